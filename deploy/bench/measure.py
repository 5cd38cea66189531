"""What a running process costs and what a load tool reports."""
import os
import re
import statistics
import subprocess

TICKS = os.sysconf("SC_CLK_TCK")


def _stat(pid):
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()


def tree(roots):
    """The pids of processes and all their descendants."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                children.setdefault(int(_stat(entry)[1]), []).append(int(entry))
            except OSError:
                pass
    found, todo = [], list(roots)
    while todo:
        pid = todo.pop()
        found.append(pid)
        todo += children.get(pid, [])
    return found


def cpu_seconds(roots):
    """User and system time of the processes, their descendants and what those already buried."""
    total = 0
    for pid in tree(roots):
        try:
            total += sum(int(field) for field in _stat(pid)[11:15])
        except OSError:
            pass
    return total / TICKS


def peak_rss_mib(pid):
    with open(f"/proc/{pid}/status") as file:
        return int(re.search(r"VmHWM:\s+(\d+) kB", file.read()).group(1)) // 1024


def median(values):
    return statistics.median(values)


def _milliseconds(text):
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def wrk(url, seconds, connections, script=None):
    """One shot: requests answered, p50 and p99 in milliseconds. Any error ends the bench."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "30s"]
    command += ["-s", script] if script else []
    out = subprocess.run(command + [url], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in out or "Socket errors" in out:
        raise SystemExit(f"bench: errors from {url}:\n{out}")
    p50, p99 = (_milliseconds(re.search(rf"^\s+{p}%\s+(\S+)", out, re.M).group(1)) for p in (50, 99))
    return {"requests": int(re.search(r"(\d+) requests in", out).group(1)), "p50": p50, "p99": p99,
            "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", out).group(1))}
