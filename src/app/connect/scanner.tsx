/** The camera, looking for a code. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { scanQr } from '../../platform/read-qr.ts';
import { Button } from '../../ui/parts/button.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { useText } from '../../ui/text/use-text.ts';
import styles from './connect.module.css';

interface ScannerProps {
  onFound(text: string): void;
  onClose(): void;
}

export function Scanner({ onFound, onClose }: ScannerProps) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onFound);
  found.current = onFound;
  const [trouble, setTrouble] = useState<'denied' | 'no-camera' | 'failed' | 'ended' | null>(null);

  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let stop: (() => void) | null = null;
    let gone = false;
    void scanQr(
      element,
      (text) => found.current(text),
      () => setTrouble('ended'),
    ).then((scanning) => {
      if (scanning.status !== 'scanning') setTrouble(scanning.status);
      else if (gone) scanning.stop();
      else stop = scanning.stop;
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, []);

  return (
    <>
      {trouble === null ? (
        <>
          <p role="status">{t('connect.scan.how')}</p>
          <video ref={video} class={styles.camera} muted playsInline aria-label={t('connect.scan.picture')} />
        </>
      ) : (
        <Notice kind="attention" live="alert" title={t(`connect.scan.${trouble}`)}>
          <p>{t('connect.scan.else')}</p>
        </Notice>
      )}
      <Button onClick={onClose}>{t(trouble === null ? 'connect.scan.stop' : 'ui.back')}</Button>
    </>
  );
}
