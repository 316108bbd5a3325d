/** A record that was changed in two places: the versions side by side, and the ways to settle it. */
import type { Line, RecordKind } from '../../core/define-record.ts';
import { changedLines, sameLine } from '../../core/changed-lines.ts';
import { createId } from '../../core/ids.ts';
import { readable, settleRivals, type Settlement } from '../../core/record-commands.ts';
import { keepBothWords, rivalHeads } from '../../core/rival-heads.ts';
import type { Version } from '../../core/version.ts';
import { isByOwner } from '../../core/whose-words.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Button } from '../parts/button.tsx';
import { Card } from '../parts/card.tsx';
import { Columns, Row } from '../parts/layout.tsx';
import { Loading } from '../parts/loading.tsx';
import { Notice } from '../parts/notice.tsx';
import { useServices } from '../services.tsx';
import { useText } from '../text/use-text.ts';
import { AudienceMark } from './audience-mark.tsx';
import { Provenance } from './provenance.tsx';
import { RecordLines } from './record-lines.tsx';
import { CommandTrouble, useCommand } from './use-command.tsx';
import { useHistory } from './use-history.ts';

interface RivalsProps {
  id: string;
  kind: RecordKind;
  /** Changes whenever the record does. */
  stamp: string;
}

export function Rivals({ id, kind, stamp }: RivalsProps) {
  const t = useText();
  const { store, owner, environment } = useServices();
  const announce = useAnnounce();
  const { busy, trouble, run } = useCommand();
  const history = useHistory(id, stamp);
  if (!history) return <Loading rows={6} />;

  const { heads, unread } = rivalHeads(history);
  const together = keepBothWords(kind, readable(history), heads);
  const lines = heads.map((head) => kind.lines(head.body));
  const settle = (chosen: Version, more: Partial<Settlement> = {}) => {
    // While there is a choice between versions that can be read, those that cannot are left as they are.
    const beside =
      heads.length > 1 ? heads.filter((head) => head !== chosen) : unread.map((rev) => ({ rev }));
    run(
      () => settleRivals(store, { kind, chosen, rest: beside, ...more }),
      () => announce(t('record.rivals.settled'), { shown: true }),
    );
  };
  const [newest, ...others] = heads;
  const mine = heads.some((head) => isByOwner(owner, head));
  // Words of others must not become an entry that this person wrote.
  const apart = mine && others.every((head) => isByOwner(owner, head) && head.removed === undefined);

  return (
    <>
      <Notice kind="attention" title={t('record.rivals.title')}>
        <p>
          {t(
            !mine
              ? 'record.rivals.theirs'
              : heads.length > 1
                ? 'record.rivals.words'
                : 'record.rivals.unread',
          )}
        </p>
      </Notice>
      <Columns>
        {heads.map((version, at) => (
          <Card key={version.rev} title={t('record.rivals.version', { number: at + 1 })}>
            <p>
              <Provenance version={version} />
            </p>
            <AudienceMark audience={version.audience} />
            {version.removed === 'withdrawn' && <p>{t('record.withdrawn.title')}</p>}
            <RecordLines kind={kind} body={version.body} marked={(line) => differs(line, at, lines)} />
            {mine && (
              <Button busy={busy} onClick={() => settle(version)}>
                {t('record.rivals.use', { number: at + 1 })}
              </Button>
            )}
          </Card>
        ))}
      </Columns>
      {mine && newest && together && (
        <Card title={t('record.rivals.together')} tone="leaf">
          <p>{t('record.rivals.together.words')}</p>
          <RecordLines
            kind={kind}
            body={together.body}
            marked={(line) => isNew(line, lines[0] ?? [], kind.lines(together.body))}
          />
          <Row>
            <Button
              kind="primary"
              busy={busy}
              onClick={() => settle(heads.find((head) => !head.removed) ?? newest, together)}
            >
              {t('record.rivals.together.do')}
            </Button>
          </Row>
        </Card>
      )}
      {newest && !together && others.length > 0 && apart && (
        <Card title={t('record.rivals.both')}>
          <p>{t('record.rivals.both.words')}</p>
          <Button
            busy={busy}
            onClick={() =>
              settle(newest, { apart: others.map((version) => ({ id: createId(environment), version })) })
            }
          >
            {t('record.rivals.both.do')}
          </Button>
        </Card>
      )}
      <CommandTrouble trouble={trouble} />
    </>
  );
}

/** Whether a line of one version is not, word for word, in every other. */
function differs(line: Line, at: number, all: readonly Line[][]): boolean {
  return all.some((lines, other) => other !== at && !lines.some((one) => sameLine(one, line)));
}

function isNew(line: Line, before: readonly Line[], after: readonly Line[]): boolean {
  return changedLines(before, after).some(
    (change) => change.after !== undefined && sameLine(change.after, line),
  );
}
