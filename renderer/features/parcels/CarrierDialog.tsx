import { useState } from 'react';
import type { ParcelRow } from '#shared/model/parcel.ts';
import { carrierName, carriersFor } from '#shared/text/carriers.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { useQuery } from '../../app/useQuery.ts';
import { call } from '../../bridge/client.ts';
import { Button, Dialog, Select, Skeleton, useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './parcels.module.css';

/** Whose number a parcel's is: what the number tells, best first, to be settled by one click; any other carrier below. */
export function CarrierDialog({ row, onClose }: { row: ParcelRow; onClose: () => void }) {
  const words = useWords();
  const { t, fmt, faultText } = words;
  const toast = useToast();
  const { value } = useQuery('parcels.carrierCandidates', { parcelId: row.id }, []);
  const candidates = (value?.candidates ?? []).filter(({ carrier }) => carrier !== row.carrier);
  const others = carriersFor(row.market).filter(
    (carrier) => carrier !== row.carrier && !candidates.some((each) => each.carrier === carrier),
  );
  const [other, setOther] = useState<string | null>(null);
  const say = async (carrier: string): Promise<void> => {
    const answer = await call('parcels.setCarrier', { parcelId: row.id, carrier });
    if (!answer.ok) {
      toast.show({ text: faultText(answer.error), tone: 'trouble' });
      return;
    }
    const before = row.carrier;
    const undo = () => void call('parcels.setCarrier', { parcelId: row.id, carrier: before });
    toast.show({
      text: t('carrier.said', { number: row.number, carrier: carrierName(carrier) }),
      ...(before === 'unknown' ? {} : { action: { label: t('common.undo'), run: undo } }),
    });
    onClose();
  };
  const chosen = other ?? others[0];
  return (
    <Dialog
      open
      size="s"
      title={t('carrier.title', { number: row.number })}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      <div className={css['stack']}>
        <p>{t('carrier.now', { carrier: carrierWord(row.carrier, words) })}</p>
        {!value && <Skeleton lines={3} />}
        {value && candidates.length === 0 && <p className={css['hint']}>{t('carrier.none')}</p>}
        {candidates.length > 0 && (
          <ul className={css['kinds']} aria-label={t('carrier.candidates')}>
            {candidates.map(({ carrier, why, score }) => (
              <li key={carrier}>
                <button type="button" className={css['kind']} onClick={() => void say(carrier)}>
                  <span className={css['rowMain']}>
                    <strong>{carrierName(carrier)}</strong>
                    <span className={css['rowSub']}>{t(`carrier.why.${why}`)}</span>
                  </span>
                  <span className="num">{fmt.percent(score, 0)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        {chosen !== undefined && (
          <div className={own['another']}>
            <Select
              label={t('carrier.other')}
              value={chosen}
              options={others.map((carrier) => ({ value: carrier, label: carrierName(carrier) }))}
              onChange={setOther}
            />
            <Button onClick={() => void say(chosen)}>{t('carrier.use')}</Button>
          </div>
        )}
        <p className={css['hint']}>{t('carrier.hint')}</p>
      </div>
    </Dialog>
  );
}
