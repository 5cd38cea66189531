"""Measures two running image services in turn. Started by deploy/bench/run, which explains it."""
import argparse
import json
import os
import platform
import subprocess
import tempfile
import time

import measure
from load import Images, Nginx, fetch

HERE = os.path.dirname(os.path.abspath(__file__))
GIB = 1 << 30
MIB = 1 << 20
METADATA_GOAL = 10
UPLOAD_GOAL = 2


class Service:
    def __init__(self, name, url, pids):
        self.name, self.url, self.pids = name, url, [int(pid) for pid in pids.split(",")]
        self.images = Images(url)

    def costs(self, action):
        before = measure.cpu_seconds(self.pids)
        result = action()
        return result, max(measure.cpu_seconds(self.pids) - before, 1 / measure.TICKS)


def number(variable, otherwise):
    return int(os.environ.get(variable, otherwise))


def seed(service, count):
    """Registers images; the id of the one in the middle."""
    middle = None
    for i in range(count):
        image = service.images.create(f"image-{i:05d}", min_disk=i % 7)
        middle = image if i == count // 2 else middle
    return middle


def alternate(services, shots, action):
    """A shot of each that doesn't count, and then shots in turn: {service name: [results]}."""
    results = {service.name: [] for service in services}
    for shot in range(-1, shots):
        for service in services:
            result = action(service)
            if shot >= 0:
                results[service.name].append(result)
    return results


def warm_up(services, lines, seconds, connections):
    """Long enough for a just-in-time compiler: what is compared are services that have run for a while."""
    for service in services:
        for _, path, script in lines:
            measure.wrk(service.url + path(service), seconds, connections, script)


def metadata(services):
    count, shots = number("IMAGES", 1000), number("SHOTS", 5)
    seconds, connections = number("SECONDS_PER_SHOT", 4), number("CONNECTIONS", 8)
    ids = {service.name: seed(service, count) for service in services}
    lines = [
        ("show", lambda s: f"/v2/images/{ids[s.name]}", None),
        (f"list 25 of {count}", lambda s: "/v2/images?limit=25", None),
        ("filtered list", lambda s: "/v2/images?limit=25&min_disk=3&os_distro=debian&sort=name:asc", None),
        ("create", lambda s: "/v2/images", os.path.join(HERE, "create.lua"))]
    for service in services:
        for _, path, script in lines[:3]:
            service.images._call("GET", path(service))
        if service.images.count("limit=25&min_disk=3&os_distro=debian") != 25:
            raise SystemExit(f"bench: {service.name} filters nothing")
    warm_up(services, lines, number("WARM_UP_SECONDS", 15), connections)
    table = []
    for title, path, script in lines:
        def shot(service):
            reply, cpu = service.costs(
                lambda: measure.wrk(service.url + path(service), seconds, connections, script))
            return {**reply, "per_cpu_second": reply["requests"] / cpu}
        results = alternate(services, shots, shot)
        table.append({"line": title, "goal": METADATA_GOAL, "shots": results, **{
            name: {key: round(measure.median([r[key] for r in rows]), 2)
                   for key in ("per_cpu_second", "rate", "p50", "p99")}
            for name, rows in results.items()}})
    print(f"\n{'':18}{'requests per CPU second':>30}{'':9}{'requests/s':>17}{'p50 ms':>15}{'p99 ms':>17}")
    print(f"{'':18}{'ours':>11}{'peer':>9}{'ratio':>10}{'':9}" + f"{'ours':>9}{'peer':>8}" * 3)
    for row in table:
        o, p = row["ours"], row["peer"]
        row["ratio"] = round(o["per_cpu_second"] / p["per_cpu_second"], 2)
        row["ok"] = row["ratio"] >= row["goal"]
        print(f"{row['line']:18}{o['per_cpu_second']:11.0f}{p['per_cpu_second']:9.0f}{row['ratio']:9.1f}x"
              f"{mark(row):9}{o['rate']:9.0f}{p['rate']:8.0f}{o['p50']:9.1f}{p['p50']:8.1f}"
              f"{o['p99']:9.1f}{p['p99']:8.1f}")
    return table


def mark(row):
    return "" if row.get("goal") is None else " ok" if row["ok"] else f" < {row['goal']}x"


def transfer(results):
    return {name: {key: round(measure.median([r[key] for r in rows]), 3) for key in rows[0]}
            for name, rows in results.items()}


def data(services, files):
    length, shots = number("GIB", 1) * GIB, number("SHOTS", 5)
    table, stored = [], {}

    def upload(chunked):
        def shot(service):
            image = service.images.create("upload")
            seconds, cpu = service.costs(lambda: service.images.upload(image, length, chunked))
            if service.name in stored:
                service.images.delete(stored[service.name])
            stored[service.name] = image
            return {"mib_per_second": length / MIB / seconds, "cpu_per_gib": cpu / (length / GIB)}
        return shot

    for title, chunked in (("upload, chunked", True), ("upload, known size", False)):
        table.append({"line": title, "goal": UPLOAD_GOAL, **transfer(alternate(services, shots, upload(chunked)))})
    with tempfile.TemporaryDirectory() as work:
        nginx = Nginx(files, work)
        try:
            table.append({"line": "download", "goal": None, **transfer(
                alternate(services + [NginxFile(nginx, stored["ours"])], shots, download(stored, length)))})
        finally:
            nginx.close()
    for service in services:
        service.images.delete(stored[service.name])
    table.append(constant_memory(services[0]))
    print(f"\n{'':20}{'MiB/s':>24}{'':12}{'CPU s per GiB':>24}")
    print(f"{'':20}{'ours':>8}{'peer':>8}{'ratio':>8}{'':12}{'ours':>8}{'peer':>8}{'nginx':>8}")
    for row in table[:-1]:
        o, p = row["ours"], row["peer"]
        row["ratio"] = round(o["mib_per_second"] / p["mib_per_second"], 2)
        row["ok"] = row["goal"] is None or row["ratio"] >= row["goal"]
        nginx_cpu = f"{row['nginx']['cpu_per_gib']:8.2f}" if "nginx" in row else ""
        print(f"{row['line']:20}{o['mib_per_second']:8.0f}{p['mib_per_second']:8.0f}{row['ratio']:7.1f}x"
              f"{mark(row):12}{o['cpu_per_gib']:8.2f}{p['cpu_per_gib']:8.2f}{nginx_cpu}")
    memory = table[-1]
    print(f"\n{memory['gib']} GiB up and down with {memory['java_options']}: peak RSS of glance-api "
          f"{memory['before_mib']} MiB before, {memory['after_mib']} MiB after")
    return table


class NginxFile:
    """nginx in the place of a service, serving the file of one."""

    def __init__(self, nginx, image):
        self.name, self.pids, self.nginx, self.image = "nginx", [nginx.process.pid], nginx, image

    costs = Service.costs


def download(stored, length):
    def shot(service):
        if service.name == "nginx":
            seconds, cpu = service.costs(lambda: fetch(service.nginx.url(service.image), length))
        else:
            seconds, cpu = service.costs(lambda: service.images.download(stored[service.name], length))
        return {"mib_per_second": length / MIB / seconds, "cpu_per_gib": cpu / (length / GIB)}
    return shot


def constant_memory(service):
    gib = number("BIG_GIB", 4)
    before = measure.peak_rss_mib(service.pids[0])
    image = service.images.create("big")
    service.images.upload(image, gib * GIB, True)
    shown = service.images.show(image)
    if shown["status"] != "active" or shown["size"] != gib * GIB:
        raise SystemExit(f"bench: the big image is {shown}")
    service.images.download(image, gib * GIB)
    service.images.delete(image)
    return {"line": "constant memory", "gib": gib, "before_mib": before, "ok": True,
            "after_mib": measure.peak_rss_mib(service.pids[0]),
            "java_options": os.environ.get("GLANCE_JAVA_OPTS", "")}


def output(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, cwd=HERE)
        return (done.stdout or done.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def surroundings():
    return {
        "commit": output("git", "rev-parse", "--short", "HEAD"),
        "date": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "cpus": os.cpu_count(),
        "load_before": os.getloadavg(),
        "kernel": platform.release(),
        "java": output("java", "-version"),
        "python": platform.python_version(),
        "peer": output("dpkg-query", "-W", "-f", "${Version}", "glance-api"),
        "mariadb": output("mariadbd", "--version"),
        "settings": {key: os.environ[key] for key in (
            "SHOTS", "SECONDS_PER_SHOT", "WARM_UP_SECONDS", "CONNECTIONS", "IMAGES", "GIB", "BIG_GIB", "WORKERS",
            "GLANCE_JAVA_OPTS") if key in os.environ}}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["metadata", "data"])
    for option in ("ours", "ours-pids", "peer", "peer-pids", "files", "results"):
        parser.add_argument(f"--{option}", required=True)
    chosen = parser.parse_args()
    services = [Service("ours", chosen.ours, chosen.ours_pids), Service("peer", chosen.peer, chosen.peer_pids)]
    report = {"mode": chosen.mode, **surroundings()}
    report["table"] = metadata(services) if chosen.mode == "metadata" else data(services, chosen.files)
    report["load_after"] = os.getloadavg()
    name = f"{report['date'].replace(':', '')}-{chosen.mode}.json"
    with open(os.path.join(chosen.results, name), "w") as file:
        json.dump(report, file, indent=1)
        file.write("\n")
    print(f"\n{report['date']}, {report['cpus']} CPUs, load {report['load_before'][0]:.1f} to "
          f"{report['load_after'][0]:.1f}, commit {report['commit']}: deploy/bench/results/{name}")
    raise SystemExit(0 if all(row["ok"] for row in report["table"]) else 1)


if __name__ == "__main__":
    main()
