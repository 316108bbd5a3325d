/** Which earlier readings lie under the star. Those with another tool stand apart: each is only seen by itself. */
import { StarIcon } from '../../../../ui/icons/kinds.tsx';
import { ChoiceMany } from '../../../../ui/parts/choice.tsx';
import { List, ListRow } from '../../../../ui/parts/list-row.tsx';
import { DeliveryMark } from '../../../../ui/record/delivery-mark.tsx';
import { sayDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { Star } from '../../model/star.ts';
import type { BoardReading } from './board-reading.ts';

interface EarlierChoiceProps {
  star: Star;
  readings: readonly BoardReading[];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

export function EarlierChoice({ star, readings, chosen, onChoose }: EarlierChoiceProps) {
  const t = useText();
  const language = useTextState().language.value;
  const laid = new Set(
    [...star.outlines.filter(({ kind }) => kind !== 'today'), ...star.more].map(({ id }) => id),
  );
  const options = readings
    .filter(({ id }) => laid.has(id))
    .map(({ id, occurredAt, body }) => {
      const day = sayDay(language, occurredAt);
      return {
        value: id,
        label: body.relation === 'self' ? day : `${t(`readings.summary.${body.relation}`)}, ${day}`,
      };
    });
  const apart = new Set(star.apart.map(({ id }) => id));
  return (
    <>
      {options.length > 0 && (
        <ChoiceMany
          legend={t('readings.earlier.which')}
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
            .map(({ id, occurredAt, audience, delivery = 'here' }) => (
              <ListRow
                key={id}
                icon={StarIcon}
                title={sayDay(language, occurredAt)}
                detail={t('readings.earlier.apart')}
                state={<DeliveryMark of={{ delivery, audience }} />}
                href={`/reading/${id}`}
              />
            ))}
        </List>
      )}
    </>
  );
}
