/** One record that is under way: what it is, how far it or its end has come, and since when it waits. */
import { DeliveryState } from '../../ui/parts/delivery-state.tsx';
import { ListRow } from '../../ui/parts/list-row.tsx';
import { kindIcon, useKindWord } from '../../ui/record/kind-look.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import { useRecordTitle } from './use-record-title.ts';
import type { WaitingRecord } from './waiting-records.ts';

export function WaitingRow({ record }: { record: WaitingRecord }) {
  const t = useText();
  const language = useTextState().language.value;
  const word = useKindWord();
  const { title, href } = useRecordTitle(record);
  const sending = record.way === 'sending' || record.way === 'words-there';
  const state = sending ? 'sending' : 'here';
  return (
    <ListRow
      href={href}
      icon={kindIcon(record.kind)}
      title={title ?? word(record.kind)}
      detail={t(`sync.way.${record.way}`, { moment: sayMoment(language, record.since) })}
      state={
        record.ends ? (
          <DeliveryState
            state="ending"
            label={t(`sync.ends.${record.ends}.${sending ? 'sending' : 'waiting'}`)}
          />
        ) : (
          <DeliveryState state={state} label={t(`record.delivery.${state}`)} />
        )
      }
    />
  );
}
