-- wrk: one image registered per request
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"name":"created","disk_format":"raw","container_format":"bare","os_distro":"debian",'
  .. '"hw_disk_bus":"virtio","tags":["bench","small"]}'
