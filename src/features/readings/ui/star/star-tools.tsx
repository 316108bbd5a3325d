/** Taking the star along: as a picture, or on paper. */
import { useState } from 'preact/hooks';
import { PhotoIcon, PrintIcon } from '../../../../ui/icons/act.tsx';
import { useAnnounce } from '../../../../ui/parts/announcer.tsx';
import { Button } from '../../../../ui/parts/button.tsx';
import { Row } from '../../../../ui/parts/layout.tsx';
import { useServices } from '../../../../ui/services.tsx';
import { starPicture } from '../../../../ui/star-chart/star-picture.ts';
import { localDay } from '../../../../ui/text/dates.ts';
import { useText, useTextState } from '../../../../ui/text/use-text.ts';
import type { Star } from '../../model/star.ts';

export function StarTools({ title, star, day }: { title: string; star: Star; day: string }) {
  const t = useText();
  const language = useTextState().language.value;
  const { device } = useServices();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);

  async function savePicture(): Promise<void> {
    setBusy(true);
    try {
      const picture = await starPicture(star, { title, t, language });
      const file = new File([picture], `plotline-star-${localDay(day)}.png`, { type: 'image/png' });
      const outcome = await device.saveFile(file);
      if (outcome !== 'cancelled') announce(t(`readings.picture.${outcome}`), { shown: true });
    } catch {
      // No canvas (a full memory) or no place for the file: the star itself is not touched.
      announce(t('readings.picture.failed'), { shown: true });
    } finally {
      setBusy(false);
    }
  }

  return (
    <div data-print="no">
      <Row>
        <Button compact icon={PhotoIcon} busy={busy} onClick={() => void savePicture()}>
          {t('readings.picture')}
        </Button>
        <Button compact icon={PrintIcon} onClick={() => window.print()}>
          {t('readings.print')}
        </Button>
      </Row>
    </div>
  );
}
