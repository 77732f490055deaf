// A host of its own, for scripts that stop it, or that want other settings than the rest.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("bin/Release/net10.0/Jobs.Host", import.meta.url));

export async function startHost({ options = [], settings = {} } = {}) {
    const environment = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`GraphQL__${name}`, `${value}`]));
    const host = spawn(program, ["--urls", "http://127.0.0.1:0", ...options], {
        env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "inherit"],
    });
    process.once("exit", () => host.kill("SIGKILL"));
    for await (const line of createInterface(host.stdout)) {
        const ready = /^Ready at (.+)$/.exec(line);
        if (!ready) continue;
        const url = ready[1];
        return {
            url,
            webSocketUrl: url.replace(/^http/, "ws"),
            pid: host.pid,
            async stop() {
                if (host.exitCode !== null) return;
                host.kill("SIGTERM");
                await once(host, "exit");
            },
        };
    }
    throw new Error("The host did not get ready.");
}
