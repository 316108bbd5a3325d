/** How the records are kept on this phone, said plainly, and which version this is. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { watchOfflineCopy, type OfflineCopy } from '../../platform/offline-ready.ts';
import { askToKeep, roomLeft, type Keeping } from '../../platform/storage-room.ts';
import { SafeHereArt } from '../../ui/art/safe-here.tsx';
import { TakeAwayIcon } from '../../ui/icons/act.tsx';
import { OnPhoneIcon, SafeIcon } from '../../ui/icons/state.tsx';
import { LinkButton } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useText } from '../../ui/text/use-text.ts';
import { useApp } from '../app-context.tsx';

const BYTES_PER_MB = 1_000_000;

export default function AboutScreen() {
  const t = useText();
  const { version, desk } = useApp();
  // What is said of a connected phone is true of any: so it is said also before it is known.
  const where = desk.value?.connections.value.length === 0 ? 'alone' : 'connected';
  const keeping = useSignal<Keeping>('unknown');
  const usedMb = useSignal<number | null>(null);
  const copy = useSignal<OfflineCopy | null>(null);
  useEffect(() => {
    void askToKeep().then((answer) => {
      keeping.value = answer;
    });
    void roomLeft().then((room) => {
      usedMb.value = room && Math.max(0.1, Math.round((room.usedBytes / BYTES_PER_MB) * 10) / 10);
    });
  }, [keeping, usedMb]);
  useEffect(
    () =>
      watchOfflineCopy((now) => {
        copy.value = now;
      }),
    [copy],
  );
  return (
    <Screen title={t('about.title')} back="/more">
      <SafeHereArt />
      <Card title={t('about.yours')} icon={SafeIcon}>
        <p>{t('about.yours.what')}</p>
        <p>{t(`about.sent.${where}`)}</p>
      </Card>
      <Card title={t(`about.only.${where}`)} icon={OnPhoneIcon}>
        <p>{t(`about.only.${where}.what`)}</p>
        {keeping.value === 'kept' && <p>{t('about.kept')}</p>}
        {keeping.value === 'may-be-cleared' && <p>{t('about.notKept')}</p>}
        {usedMb.value !== null && <p>{t('about.room', { used: usedMb.value })}</p>}
        <LinkButton href="/take-away" icon={TakeAwayIcon}>
          {t('more.takeAway')}
        </LinkButton>
      </Card>
      <p role="status">{copy.value !== null && t(`about.offline.${copy.value}`)}</p>
      <p>{t('about.version', { version })}</p>
    </Screen>
  );
}
