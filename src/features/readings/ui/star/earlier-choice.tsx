/** Which earlier readings lie under the star. Those with another tool stand apart: each is only seen by itself. */
import { StarIcon } from '../../../../ui/icons/kinds.tsx';
import { ChoiceMany } from '../../../../ui/parts/choice.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../../ui/record/delivery-mark.tsx';
import { sayDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import { underAtMost, type Star } from '../../model/star.ts';
import type { BoardReading } from './board-reading.ts';
import { sayWhoseAndDay, type Names } from './say-whose.ts';

interface EarlierChoiceProps {
  star: Star;
  readings: readonly BoardReading[];
  chosen: readonly string[];
  names: Names;
  onChoose: (ids: readonly string[]) => void;
}

export function EarlierChoice({ star, readings, chosen, names, onChoose }: EarlierChoiceProps) {
  const t = useText();
  const language = useTextState().language.value;
  const whose = (reading: BoardReading) =>
    sayWhoseAndDay(reading, sayDay(language, reading.occurredAt), names, t);
  const laid = new Set(
    [...star.outlines.filter(({ kind }) => kind !== 'today'), ...star.more].map(({ id }) => id),
  );
  const options = readings
    .filter(({ id }) => laid.has(id))
    .map((reading) => ({ value: reading.id, label: whose(reading) }));
  const most = underAtMost;
  const full = options.filter(({ value }) => chosen.includes(value)).length >= most;
  const apart = new Set(star.apart.map(({ id }) => id));
  return (
    <>
      {options.length > 0 && (
        <ChoiceMany
          legend={t('readings.earlier.which')}
          hint={
            options.length > most ? (
              <span role="status">
                {t(full ? 'readings.earlier.full' : 'readings.earlier.most', { most })}
              </span>
            ) : undefined
          }
          most={most}
          options={options}
          look="chips"
          values={chosen}
          onChange={onChoose}
        />
      )}
      {star.apart.length > 0 && (
        <List label={t('readings.earlier.apart')}>
          {readings
            .filter(({ id }) => apart.has(id))
            .map((reading) => (
              <ListRow
                key={reading.id}
                icon={StarIcon}
                title={whose(reading)}
                detail={t('readings.earlier.apart')}
                state={<DeliveryMark of={{ delivery: 'here', ...reading }} />}
                href={`/reading/${reading.id}`}
              />
            ))}
        </List>
      )}
    </>
  );
}
