/** Says that a record was taken out of the story, and takes that back. */
import type { RecordKind } from '../../core/define-record.ts';
import { restore } from '../../core/record-commands.ts';
import type { Version } from '../../core/version.ts';
import { isByOwner } from '../../core/whose-words.ts';
import { UndoIcon } from '../icons/act.tsx';
import { useAnnounce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { CommandTrouble, useCommand } from './use-command.tsx';

export function WithdrawnNotice({ version, kind }: { version: Version; kind: RecordKind }) {
  const t = useText();
  const { store, owner } = useServices();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();
  if (!isByOwner(owner, version)) {
    return (
      <Notice title={t('record.withdrawn.theirs')}>
        <p>{t('record.withdrawn.theirs.words')}</p>
      </Notice>
    );
  }
  return (
    <>
      <Notice
        title={t('record.withdrawn.title')}
        actions={
          <Button
            icon={UndoIcon}
            compact
            busy={busy}
            onClick={() =>
              run(
                () => restore(store, version, kind),
                () => announce(t('record.restored'), { shown: true }),
              )
            }
          >
            {t('record.restore')}
          </Button>
        }
      >
        <p>{t('record.withdrawn.words')}</p>
      </Notice>
      <CommandTrouble trouble={trouble} />
    </>
  );
}
