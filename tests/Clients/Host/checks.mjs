// Runs the checks of a script one after the other; its last line says how many passed.
// The seconds only end a check that hangs: they are more than a slow machine takes, with compilers and the start of a service.
export function checks() {
    const all = [];
    return {
        check: (sentence, run, { seconds = 120 } = {}) => all.push([sentence, run, seconds]),
        async run() {
            let passed = 0;
            for (const [sentence, run, seconds] of all) {
                const impatience = new Promise((_, reject) =>
                    setTimeout(() => reject(new Error("took too long")), seconds * 1000).unref());
                try {
                    await Promise.race([run(), impatience]);
                    passed++;
                    console.log(`ok      ${sentence}`);
                } catch (error) {
                    console.log(`FAILED  ${sentence}: ${error.stack ?? JSON.stringify(error)}`);
                }
            }
            console.log(`${passed}/${all.length} checks passed`);
            process.exit(passed === all.length ? 0 : 1);
        },
    };
}
