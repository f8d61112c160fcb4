import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import type { Logger } from '../engine/ports.ts';
import { createLog, relayLines } from './log.ts';

/** Five megabytes a file; electron-log keeps one older file beside it. */
const MAX_BYTES = 5 * 1024 * 1024;

/** The log file of shell and engine, behind the Logger port. Standard error hears it with SEAMARK_LOG=stderr. */
export function openLog(folder: string): { log: Logger; relay: (chunk: string) => void } {
  const sink = electronLog.create({ logId: 'seamark' });
  sink.transports.console.level = false;
  sink.transports.file.level = 'info';
  sink.transports.file.maxSize = MAX_BYTES;
  sink.transports.file.format = '{text}';
  sink.transports.file.resolvePathFn = () => join(folder, 'seamark.log');
  const loud = process.env['SEAMARK_LOG'] === 'stderr';
  const write = (line: string): void => {
    sink.info(line);
    if (loud) process.stderr.write(`${line}\n`);
  };
  return {
    log: createLog({ write }, 'shell', () => new Date().toISOString()),
    relay: relayLines({ write }),
  };
}
