/** What a record's page says when there is nothing to read: what happened, what is safe, what to do. */
import { useState } from 'preact/hooks';
import type { Version } from '../../core/version.ts';
import { isAboutOwner } from '../../core/whose-words.ts';
import { Button, LinkButton } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { EraseIcon, TakeAwayIcon } from '../icons/act.tsx';
import { useServices } from '../services.tsx';
import { sayDay } from '../text/dates.ts';
import { useText, useTextState } from '../text/use-text.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { useKindWord } from './kind-look.tsx';

interface RecordGoneProps {
  erased: boolean;
  /** True while others who may have it have not heard that it is erased. */
  ending?: boolean | undefined;
  back: string;
}

/** Not here, never was, or erased. */
export function RecordGone({ erased, ending = false, back }: RecordGoneProps) {
  const t = useText();
  return (
    <>
      <Notice kind={erased && !ending ? 'safe' : 'info'} live="status">
        <p>{t(erased ? 'record.gone.erased' : 'record.gone.missing')}</p>
        {erased && ending && <p>{t('record.gone.ending')}</p>}
        <p>{t('record.gone.others')}</p>
      </Notice>
      <LinkButton href={back} kind="primary">
        {t('record.gone.back')}
      </LinkButton>
    </>
  );
}

/** Made with a newer Plotline: kept whole, and shown once the app can read it. */
export function RecordNewer({ version }: { version: Version }) {
  const t = useText();
  const { language } = useTextState();
  const word = useKindWord();
  return (
    <>
      <p>
        {t('record.newer.what', {
          kind: word(version.kind),
          day: sayDay(language.value, version.occurredAt),
        })}
      </p>
      <Notice kind="safe">
        <p>{t('record.newer.safe')}</p>
        <p>{t('record.newer.do')}</p>
      </Notice>
      <LinkButton href="/take-away" icon={TakeAwayIcon}>
        {t('record.takeAway')}
      </LinkButton>
    </>
  );
}

/** It can no longer be opened. The others are as they were. */
export function RecordDamaged({
  id,
  damaged,
}: {
  id: string;
  damaged: Pick<Version, 'subject' | 'occurredAt'>;
}) {
  const t = useText();
  const { language } = useTextState();
  const { owner } = useServices();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Notice kind="attention" title={t('record.damaged.what')}>
        <p>{t('record.damaged.day', { day: sayDay(language.value, damaged.occurredAt) })}</p>
        <p>{t('record.damaged.safe')}</p>
      </Notice>
      <p>{t('record.damaged.do')}</p>
      <LinkButton href="/take-away" kind="primary" icon={TakeAwayIcon}>
        {t('record.takeAway')}
      </LinkButton>
      {isAboutOwner(owner, damaged) && (
        <Button kind="danger" icon={EraseIcon} onClick={() => setAsking(true)}>
          {t('record.erase')}
        </Button>
      )}
      <EraseDialog id={id} kind={undefined} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
