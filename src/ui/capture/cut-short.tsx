/** Says that a recording was cut short, what of it is there, and what can be done. */
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useText } from '../text/use-text.ts';
import type { Found } from './recover-take.ts';
import type { FormTakes } from './use-takes.ts';
import { VoicePlayer } from './voice-player.tsx';

/** In the field that it answers. */
export function CutShort({ found }: { found: Found }) {
  const t = useText();
  switch (found.as) {
    case 'recording':
      return (
        <Notice kind="safe" live="status" title={t('capture.cut')}>
          <p>{t('capture.cut.what')}</p>
        </Notice>
      );
    case 'choice':
      return (
        <Notice
          kind="attention"
          live="status"
          title={t('capture.cut.again')}
          actions={
            <>
              <Button compact onClick={found.use}>
                {t('capture.cut.use')}
              </Button>
              <Button compact onClick={found.leave}>
                {t('capture.cut.leave')}
              </Button>
            </>
          }
        >
          <p>{t('capture.cut.again.what')}</p>
          <VoicePlayer voice={found.ref} label={t('capture.cut.listen')} />
        </Notice>
      );
    case 'unkept':
      return (
        <Notice
          kind="attention"
          live="alert"
          title={t('capture.cut')}
          actions={
            <Button compact onClick={found.tryAgain}>
              {t('capture.tryAgain')}
            </Button>
          }
        >
          <p>{t(`capture.cut.${found.why}`)}</p>
        </Notice>
      );
  }
}

/** On top of a form, for what stands further down. */
export function CutShortBelow({ takes }: { takes: FormTakes }) {
  const t = useText();
  return takes.found.size === 0 ? null : <p>{t('capture.cut.below')}</p>;
}

/** On the way back into a form of several pages; `where` names what the recording answers. */
export function CutShortAt({ found, where }: { found: Found; where: string }) {
  const t = useText();
  // What is not kept yet is tried again from here; the rest is also said where the recording is.
  if (found.as === 'unkept') return <CutShort found={found} />;
  const chosen = found.as === 'recording';
  return (
    <Notice
      kind={chosen ? 'safe' : 'attention'}
      live="status"
      title={t(chosen ? 'capture.cut' : 'capture.cut.again')}
    >
      <p>{t(chosen ? 'capture.cut.where' : 'capture.cut.again.where', { where })}</p>
    </Notice>
  );
}
