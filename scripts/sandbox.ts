import { runSandbox, USAGE } from '../main/sandbox/run.ts';

/** `npm run sandbox`: a loopback Shopee over an invented world, until Ctrl-C. */
const running = await runSandbox(process.argv.slice(2), Date.now);
if (running) {
  process.stdout.write(`${running.text}\n`);
  const stop = (): void => {
    void running.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}
