import Foundation
import Testing

/// A real nginx on 127.0.0.1, serving a folder of its own, for HTTP as it is spoken outside tests.
package struct Nginx {
  package static let program = "/usr/sbin/nginx"
  package static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }
  package static let absence: Comment =
    "needs /usr/sbin/nginx (Debian: apt-get install nginx-light)"

  package let folder: URL
  package let port: Int
  package let tlsPort: Int

  /// Directives of the server that speaks TLS, such as whom it lets in.
  private let secure: String

  /// Runs `body` against a server that serves `folder/www`, and ends it by its own process id.
  package static func with(
    folder: URL, tls: Bool = false, secure: String = "", _ body: (Nginx) throws -> Void
  ) throws {
    let server = Nginx(
      folder: folder, port: try LoopbackSocket.freePort(), tlsPort: try LoopbackSocket.freePort(),
      secure: secure)
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("www"), withIntermediateDirectories: true)
    try Data(server.configuration(tls: tls).utf8)
      .write(to: folder.appendingPathComponent("nginx.conf"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-p", folder.path, "-c", "nginx.conf", "-e", "error.log"]
    try process.run()
    defer {
      // Not SIGTERM: the threads that run tests block it, and a child inherits that.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    try server.waitUntilItListens(process)
    try body(server)
  }

  package func put(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent("www/\(name)"))
  }

  package func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }
  package func tlsURL(_ path: String, host: String = "localhost") -> String {
    "https://\(host):\(tlsPort)\(path)"
  }

  private func configuration(tls: Bool) -> String {
    let secureServer = """
      server {
        listen 127.0.0.1:\(tlsPort) ssl;
        ssl_certificate server.pem; ssl_certificate_key server.key;
        root www;
        \(secure)
      }
      """
    // One process in the foreground, so that ending it by its id ends all of it.
    return """
      daemon off; master_process off; pid nginx.pid;
      events { worker_connections 256; }
      http {
        access_log off;
        client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp;
        uwsgi_temp_path tmp; scgi_temp_path tmp;
        server {
          listen 127.0.0.1:\(port);
          root www;
          location /moved { return 302 file:///etc/passwd; }
          location /busy { add_header Retry-After 86400 always; return 503; }
          location /packed/ { gzip on; gzip_types *; gzip_min_length 1; alias www/; }
        }
        \(tls ? secureServer : "")
      }
      """
  }

  private func waitUntilItListens(_ process: Process) throws {
    for _ in 0..<200 {
      if LoopbackSocket.accepts(port) { return }
      try #require(process.isRunning, "nginx ended; see its error.log")
      usleep(10_000)
    }
    Issue.record("nginx does not listen after two seconds")
  }
}
