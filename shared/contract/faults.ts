import { z } from 'zod';

/**
 * Every way in which a call can fail. The list is closed: a handler that meets something else answers
 * `internal` and logs the cause (without personal data). Words for each are in `shared/text/ui/faults.ts`.
 */
export const FAULT_CODES = [
  // the boundary itself
  'bad-input', // the input does not fit the contract's schema
  'unknown-channel', // no such call
  'foreign-sender', // the message came from a frame that is not our page
  'not-available', // this surface (browser, headless) cannot do that
  'internal', // a bug; the log has the cause
  'timeout',
  // the engine process
  'engine-starting',
  'engine-restarted', // the engine died while the call was pending; ask again
  'engine-stopped', // it died too often; a person must act
  'shutting-down',
  // the store
  'store-busy',
  'disk-full',
  'store-read-only',
  'store-corrupt',
  // domain
  'not-found',
  'wrong-state', // the thing moved on meanwhile (case cleared, import finished)
  'nothing-to-undo',
  'day-off-refused', // a day off ends before it begins, lies outside the tables, or overlaps another
  // files
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'file-too-large',
  'file-truncated',
  'file-row-open', // a line that does not end: an open quote, or a cell beyond all measure
  'file-no-columns', // no column that could be a tracking number or a scan text
  'file-changed', // the file is not the one that was previewed
  'sheet-missing',
  'mapping-incomplete', // a needed field has no column
  'import-running', // one import at a time
  'export-failed',
  'cancelled',
  'backup-failed',
  // tracking services
  'source-auth', // the service does not accept the credentials
  'source-quota', // the allowance is used up
  'source-rate', // asked too fast
  'source-unreachable', // no answer, or not an answer
  'source-refused', // the service does not take the question
  'credentials-incomplete', // a field is missing or cannot be right
  'port-taken', // another program listens there
  // shops
  'shopee-partner-malformed', // a partner id is digits
  'shopee-key-blank', // blanks within the key
  'shopee-key-wrong', // the platform refused the signature
  'shopee-key-expired',
  'shopee-partner-unknown',
  'shopee-app-refused', // deleted, restricted or suspended
  'shopee-host-foreign', // an own host that is not on this machine
  'shopee-unreachable',
  'sample-failed', // the sandbox world or its shops did not come up
  'shopee-refused', // another refusal; its code is in the detail
  'app-in-use', // shops are connected through it
  'connect-not-open', // no authorisation is under way
  'connect-no-code', // the address has no code or no account
  'connect-wrong-state', // the address belongs to another attempt
  'connect-code-used', // the code was used, or is older than ten minutes
  'connect-no-port', // nothing may listen on this machine
] as const;

export const faultCodeSchema = z.enum(FAULT_CODES);
export type FaultCode = z.infer<typeof faultCodeSchema>;

export const faultSchema = z.object({
  code: faultCodeSchema,
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});

/**
 * Named start-up failures. Each has its own screen, loses nothing, and offers its own ways out.
 * They are not call faults: with one of these there is no store to call.
 */
export const START_FAILURES = [
  'no-keychain', // the system has no secret service; plaintext is refused
  'key-missing', // the store exists, its key does not
  'key-changed', // a key is there, it does not open this store
  'corrupt',
  'read-only',
  'disk-full',
  'newer-version', // written by a newer Seamark
  'in-use', // another Seamark has it open
  'unknown',
] as const;
export const startFailureCodeSchema = z.enum(START_FAILURES);
export type StartFailureCode = z.infer<typeof startFailureCodeSchema>;

export const startFailureSchema = z.object({
  code: startFailureCodeSchema,
  /** Plain facts for the screen: paths, versions, newest backup's time. Never a key. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type StartFailure = z.infer<typeof startFailureSchema>;
