/** "Try this server": what works there and what does not, in plain words, before anything of one's own goes. */
import { useState } from 'preact/hooks';
import { whySilent, type Silence } from '../../platform/why-silent.ts';
import type { ConnectionSettings } from '../../sync/client/connection-settings.ts';
import type { Finding, Trial } from '../../sync/client/trial.ts';
import { CheckIcon, GapIcon, NeedsYouIcon } from '../../ui/icons/state.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { Loading } from '../../ui/parts/loading.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { useServices } from '../../ui/services.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { SilenceNotice } from './silence-notice.tsx';

interface TryServerProps {
  settings: ConnectionSettings;
  onReady(settings: ConnectionSettings): void;
}

type Trying =
  | { at: 'not-yet' }
  | { at: 'trying' }
  /** `silence`: where no answer came to one of the steps, why. */
  | { at: 'tried'; verdict: Trial['verdict']; silence: Silence | null };

const icons = { ok: CheckIcon, failed: NeedsYouIcon, cannot: GapIcon };

export function TryServer({ settings, onReady }: TryServerProps) {
  const t = useText();
  const { environment, owner } = useServices();
  const [trying, setTrying] = useState<Trying>({ at: 'not-yet' });
  const [findings, setFindings] = useState<readonly Finding[]>([]);

  async function start(): Promise<void> {
    setTrying({ at: 'trying' });
    setFindings([]);
    const { tryEndpoint } = await import('../../sync/client/try-endpoint.ts');
    const person = { id: owner.personId, role: owner.role };
    const trial = await tryEndpoint(
      settings,
      { ...environment, fetch: (input, init) => fetch(input, init) },
      person,
      (finding) => setFindings((before) => [...before, finding]),
    );
    const silent = trial.findings.some(({ reason }) => reason === 'no-answer');
    const silence = silent ? await whySilent(settings.address) : null;
    setTrying({ at: 'tried', verdict: trial.verdict, silence });
  }

  return (
    <>
      <Button busy={trying.at === 'trying'} onClick={() => void start()}>
        {t(trying.at === 'tried' ? 'connect.try.again' : 'connect.try')}
      </Button>
      {findings.length > 0 && (
        <List label={t('connect.try.found')}>
          {findings.map((finding) => (
            <ListRow
              key={`${finding.step} ${finding.result}`}
              icon={icons[finding.result]}
              tone={finding.result === 'ok' ? 'leaf' : 'sun'}
              title={t(`connect.step.${finding.step}.${finding.result === 'ok' ? 'ok' : 'not'}`)}
              detail={finding.reason && <Reason finding={finding} />}
            />
          ))}
        </List>
      )}
      {trying.at === 'trying' && <Loading rows={1} />}
      {trying.at === 'tried' && trying.silence !== null && (
        <SilenceNotice silence={trying.silence} profile={settings.profile} />
      )}
      {trying.at === 'tried' && trying.verdict === 'refused' && trying.silence === null && (
        <Notice kind="attention" live="alert" title={t('connect.try.refused')}>
          <p>{t('connect.try.refused.what')}</p>
        </Notice>
      )}
      {trying.at === 'tried' && trying.verdict === 'usable' && (
        <>
          <Notice kind="safe" live="status" title={t('connect.try.usable')}>
            <p>{t('connect.first')}</p>
          </Notice>
          <Button kind="primary" onClick={() => onReady(settings)}>
            {t('connect.next')}
          </Button>
        </>
      )}
    </>
  );
}

function Reason({ finding }: { finding: Finding }) {
  const t = useText();
  const { reason, why, status } = finding;
  const said = [why, status === undefined ? undefined : `HTTP ${status}`].filter(Boolean).join(' · ');
  return (
    <>
      {t(`connect.reason.${reason ?? 'said'}`)}
      {said !== '' && ` (${said})`}
    </>
  );
}
