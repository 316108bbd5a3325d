/** The ways to go, in reach of a thumb; a rail at the side where there is room. The middle is always "add". */
import { PlusIcon } from '../icons/go.tsx';
import type { Icon } from '../icons/glyph.tsx';
import { APP_NAME } from '../brand/name.ts';
import { Logo } from '../brand/logo.tsx';
import styles from './bottom-nav.module.css';

export interface NavItem {
  href: string;
  label: string;
  icon: Icon;
}

export interface BottomNavProps {
  /** Name of the navigation, for a screen reader. */
  label: string;
  /** Two or four; "add" stands in their middle. */
  items: readonly NavItem[];
  add: { href: string; label: string };
  /** Path of the screen shown now. */
  path: string;
}

/** `/story/123` is inside `/story`; only `/` is `/`. */
const isInside = (path: string, href: string) =>
  path === href || (href !== '/' && path.startsWith(`${href}/`));

export function BottomNav({ label, items, add, path }: BottomNavProps) {
  const middle = Math.ceil(items.length / 2);
  const entry = ({ href, label: words, icon: Glyph }: NavItem) => (
    <li key={href}>
      <a class={styles.link} href={href} aria-current={isInside(path, href) ? 'page' : undefined}>
        <span class={styles.spot}>
          <Glyph />
        </span>
        <span class={styles.words}>{words}</span>
      </a>
    </li>
  );
  return (
    <nav class={styles.nav} aria-label={label}>
      <div class={styles.brand} aria-hidden="true">
        <Logo />
        <span>{APP_NAME}</span>
      </div>
      <ul class={styles.list} role="list">
        {items.slice(0, middle).map(entry)}
        <li class={styles.middle}>
          <a class={styles.add} href={add.href} aria-current={isInside(path, add.href) ? 'page' : undefined}>
            <span class={styles.plus}>
              <PlusIcon />
            </span>
            <span class={styles.words}>{add.label}</span>
          </a>
        </li>
        {items.slice(middle).map(entry)}
      </ul>
    </nav>
  );
}
