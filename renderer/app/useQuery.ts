import { useCallback, useEffect, useState } from 'react';
import type { CallInput, CallName, CallOutput, TopicName } from '#shared/contract/index.ts';
import type { Fault } from '#shared/result.ts';
import { bridge, call, onRelink } from '../bridge/client.ts';

export interface QueryState<V> {
  readonly value: V | null;
  readonly fault: Fault | null;
  readonly reload: () => void;
}

/** Asks once, and again when one of the topics says that something changed or the engine is there again. The last answer stays while a newer loads. */
export function useQuery<N extends CallName>(
  name: N,
  input: CallInput<N>,
  topics: readonly TopicName[],
): QueryState<CallOutput<N>> {
  const [state, setState] = useState<{ key: string; value: CallOutput<N> | null; fault: Fault | null }>({
    key: '',
    value: null,
    fault: null,
  });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((now) => now + 1), []);
  const key = JSON.stringify([name, input]);
  const listened = topics.join(' ');
  useEffect(() => {
    let stale = false;
    const [, asked] = JSON.parse(key) as [N, CallInput<N>];
    void call(name, asked).then((answer) => {
      if (stale) return;
      setState(
        answer.ok ? { key, value: answer.value, fault: null } : { key, value: null, fault: answer.error },
      );
    });
    return () => {
      stale = true;
    };
  }, [key, name, turn]);
  useEffect(() => {
    const told = listened.split(' ').filter((topic) => topic !== '');
    const stops = [onRelink(reload), ...told.map((topic) => bridge.on(topic as TopicName, reload))];
    return () => stops.forEach((stop) => stop());
  }, [listened, reload]);
  return state.key === key
    ? { value: state.value, fault: state.fault, reload }
    : { value: null, fault: null, reload };
}
