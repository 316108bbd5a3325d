/** The page of one asset: what it is, what shows it, where it comes from and where it counts. */
import { useRoute } from 'preact-iso';
import { isByOwner } from '../../../core/whose-words.ts';
import { PenIcon } from '../../../ui/icons/act.tsx';
import { LinkButton } from '../../../ui/parts/button.tsx';
import { LineContent } from '../../../ui/record/record-lines.tsx';
import { RecordPage } from '../../../ui/record/record-page.tsx';
import { useServices } from '../../../ui/services.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { asset, type AssetBody } from '../model/asset.ts';
import { partIcons } from './part-look.ts';
import styles from './asset-screen.module.css';

export default function AssetScreen() {
  const t = useText();
  const { owner } = useServices();
  const id = useRoute().params['id'] ?? '';
  return (
    <RecordPage id={id} kind={asset} back="/assets" edit={`/asset/${id}/edit`}>
      {({ body, author }) => (
        <>
          <Told body={body} />
          {isByOwner(owner, { author }) && (
            <LinkButton icon={PenIcon} href={`/asset/${id}/edit`}>
              {t('assets.tellMore')}
            </LinkButton>
          )}
        </>
      )}
    </RecordPage>
  );
}

/** The screen's title says what it is; the badge says which of the three. */
const saidAbove = ['assets.what', 'assets.part'];

function Told({ body }: { body: AssetBody }) {
  const t = useText();
  const Glyph = partIcons[body.part];
  const lines = asset.lines(body).filter(({ label, words }) => !words || !saidAbove.includes(label));
  return (
    <>
      <p class={styles.part} data-part={body.part}>
        <Glyph />
        {t(`assets.part.${body.part}`)}
      </p>
      {lines.length > 0 && (
        <dl class={styles.lines}>
          {lines.map((line, at) => (
            <div key={`${line.label} ${line.media?.[0]?.sha256 ?? ''}`} class={styles.line}>
              {lines[at - 1]?.label !== line.label && <dt>{t(line.label)}</dt>}
              <dd>
                <LineContent line={line} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
