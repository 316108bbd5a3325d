/** The code: to be scanned, read out, or passed on as a link. Said with it: how long it holds, and for what. */
import { useMemo } from 'preact/hooks';
import { browserShareLink, copyText, shareLink } from '../../platform/share-link.ts';
import { ShareIcon } from '../../ui/icons/act.tsx';
import { useAnnounce } from '../../ui/parts/announcer.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { Card } from '../../ui/parts/card.tsx';
import { Columns, Row, Stack } from '../../ui/parts/layout.tsx';
import { Notice } from '../../ui/parts/notice.tsx';
import { Screen } from '../../ui/parts/screen.tsx';
import { useServices } from '../../ui/services.tsx';
import { sayMoment } from '../../ui/text/dates.ts';
import { useText, useTextState } from '../../ui/text/use-text.ts';
import type { InvitationAnswer } from '../../sync/protocol/hub-api.ts';
import styles from './invite.module.css';
import { QrPicture } from './qr-picture.tsx';

interface InviteReadyProps {
  made: InvitationAnswer;
  back: string;
  onAnother(): void;
}

export function InviteReady({ made, back, onAnother }: InviteReadyProps) {
  const t = useText();
  const language = useTextState().language.value;
  const { owner } = useServices();
  const announce = useAnnounce();
  const edge = useMemo(browserShareLink, []);
  const own = made.personId === owner.personId;
  const places = made.sites.map(({ name }) => name).join(', ');

  async function copy(text: string): Promise<void> {
    const copied = await copyText(text, edge);
    announce(t(copied ? 'invite.copied' : 'invite.copy.unable'), { shown: true });
  }

  async function share(): Promise<void> {
    const link = { title: t('invite.share.title'), text: t('invite.share.text'), url: made.link };
    const outcome = await shareLink(link, edge);
    if (outcome === 'unable') await copy(made.link);
  }

  return (
    <Screen
      title={t('invite.ready')}
      lead={own ? t('invite.ready.own') : t('invite.ready.other')}
      back={back}
      step="ready"
      width="wide"
      actions={
        <Button kind="primary" icon={ShareIcon} onClick={() => void share()}>
          {t('invite.share')}
        </Button>
      }
    >
      <Columns gap="l">
        <QrPicture text={made.link} label={t('invite.qr')} />
        <Stack>
          <Card title={t('invite.code')}>
            <p class={styles.code}>{made.code}</p>
            <Row>
              <Button compact onClick={() => void copy(made.code)}>
                {t('invite.copy')}
              </Button>
            </Row>
          </Card>
          <Card title={t('invite.link')}>
            <p class={styles.link}>{made.link}</p>
            <Row>
              <Button compact onClick={() => void copy(made.link)}>
                {t('invite.copy.link')}
              </Button>
            </Row>
          </Card>
          <Notice kind="info">
            <p>{t('invite.once', { moment: sayMoment(language, made.expiresAt) })}</p>
            <p>
              {places === ''
                ? t('invite.gives', { role: t(`record.role.${made.role}`) })
                : t('invite.gives.at', { role: t(`record.role.${made.role}`), sites: places })}
            </p>
          </Notice>
          <Button onClick={onAnother}>{t('invite.another')}</Button>
        </Stack>
      </Columns>
    </Screen>
  );
}
