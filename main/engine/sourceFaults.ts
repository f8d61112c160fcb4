import type { FaultCode } from '#shared/contract/faults.ts';
import type { SourceFaultKind } from '#shared/model/carrierSource.ts';

/** What a person is told of a service's fault, by its class. */
export const SOURCE_FAULTS_TOLD: Readonly<Record<SourceFaultKind, FaultCode>> = {
  auth: 'source-auth',
  quota: 'source-quota',
  rate: 'source-rate',
  transient: 'source-unreachable',
  caller: 'source-refused',
  'not-found': 'source-refused',
  'no-info-yet': 'source-refused',
};
