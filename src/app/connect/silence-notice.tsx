/** Why a server gave no answer, and what whoever looks after it has to allow, ready to be handed on. */
import type { Silence } from '../../platform/why-silent.ts';
import { crossOriginNeeds } from '../../sync/protocol/cross-origin-needs.ts';
import type { Profile } from '../../sync/protocol/profile.ts';
import { Notice } from '../../ui/parts/notice.tsx';
import { useText } from '../../ui/text/use-text.ts';

interface SilenceNoticeProps {
  silence: Silence;
  profile: Profile;
}

export function SilenceNotice({ silence, profile }: SilenceNoticeProps) {
  const t = useText();
  return (
    <Notice kind="attention" live="alert" title={t(`connect.silent.${silence}`)}>
      <p>{t(`connect.silent.${silence}.do`)}</p>
      {silence === 'closed' && <Needs profile={profile} />}
    </Notice>
  );
}

function Needs({ profile }: { profile: Profile }) {
  const t = useText();
  const { methods, send, read } = crossOriginNeeds(profile);
  return (
    <ul>
      <li>{t('connect.silent.needs.origin', { origin: location.origin })}</li>
      <li>{t('connect.silent.needs.methods', { names: methods.join(', ') })}</li>
      <li>{t('connect.silent.needs.send', { names: send.join(', ') })}</li>
      <li>{t('connect.silent.needs.read', { names: read.join(', ') })}</li>
    </ul>
  );
}
