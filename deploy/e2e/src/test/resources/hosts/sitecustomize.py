"""Python's own look at /etc/hosts, with the control node of the walk-through on loopback."""
import socket

_getaddrinfo = socket.getaddrinfo


def _on_loopback(host, *args, **kwargs):
    return _getaddrinfo("127.0.0.1" if host == "controller" else host, *args, **kwargs)


socket.getaddrinfo = _on_loopback
