/** What can be done with a record: change it, see what it was, take it out of the story, erase it for good. */
import { useState } from 'preact/hooks';
import type { RecordKind } from '../../core/define-record.ts';
import { withdraw } from '../../core/record-commands.ts';
import type { Version } from '../../core/version.ts';
import { concernsOwner, isByOwner } from '../../core/whose-words.ts';
import { EraseIcon, HistoryIcon, PenIcon } from '../icons/act.tsx';
import { GapIcon } from '../icons/state.tsx';
import { useAnnounce } from '../parts/announcer.tsx';
import { List, ListRow } from '../parts/list-row.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { CommandTrouble, useCommand } from './use-command.tsx';

interface RecordMenuProps {
  version: Version;
  kind: RecordKind;
  /** Where it can be changed. */
  edit: string | undefined;
  /** False while rivals wait: until then it is neither changed nor hidden. */
  settled: boolean;
}

export function RecordMenu({ version, kind, edit, settled }: RecordMenuProps) {
  const t = useText();
  const { store, owner } = useServices();
  const announce = useAnnounce();
  const { trouble, run } = useCommand();
  const [asking, setAsking] = useState(false);
  const mine = isByOwner(owner, version);
  const open = settled && version.removed === undefined;
  // Who one is goes with the whole vault (More, "Take everything of mine off this phone"), not with one tap on a page.
  const oneself = version.id === owner.personId;
  return (
    <>
      <List label={t('record.menu')}>
        {edit !== undefined && mine && open && (
          <ListRow icon={PenIcon} title={t('record.edit')} detail={t('record.edit.detail')} href={edit} />
        )}
        <ListRow
          icon={HistoryIcon}
          title={t('record.history')}
          detail={t('record.history.detail')}
          href={`/record/${version.id}/history`}
        />
        {!oneself && mine && open && (
          <ListRow
            icon={GapIcon}
            title={t('record.withdraw')}
            detail={t('record.withdraw.detail')}
            onClick={() =>
              run(
                () => withdraw(store, version, kind),
                () => announce(t('record.withdrawn.title'), { shown: true }),
              )
            }
          />
        )}
        {!oneself && concernsOwner(owner, version) && (
          <ListRow
            icon={EraseIcon}
            title={t('record.erase')}
            detail={t('record.erase.detail')}
            onClick={() => setAsking(true)}
          />
        )}
      </List>
      <CommandTrouble trouble={trouble} />
      <EraseDialog
        id={version.id}
        kind={kind}
        theirs={!mine}
        open={asking}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
