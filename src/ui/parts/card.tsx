/** A plot of its own on a screen: a heading and what belongs under it. */
import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import type { Icon } from '../icons/glyph.tsx';
import styles from './card.module.css';

export interface CardProps {
  title?: string | undefined;
  /** Its heading, which a script can then focus: see take-focus.ts. */
  titleRef?: Ref<HTMLHeadingElement> | undefined;
  /** Level of the title. Default 2. */
  level?: 2 | 3 | undefined;
  icon?: Icon | undefined;
  /** Beside the title: a speaker button, a small link. */
  aside?: ComponentChildren;
  /** `leaf` for what to do next, `sun` for what people bring, `head` / `hand` / `heart` for those. */
  tone?: 'plain' | 'leaf' | 'sun' | 'head' | 'hand' | 'heart' | undefined;
  children?: ComponentChildren;
}

/** A section named by its title; without one, a plain box. */
export function Card(props: CardProps) {
  const { title, titleRef, level = 2, icon: Glyph, aside, tone = 'plain', children } = props;
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={styles.card} data-tone={tone} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div class={styles.head}>
          {Glyph && (
            <span class={styles.icon}>
              <Glyph />
            </span>
          )}
          <Heading
            id={id}
            class={styles.title}
            {...(titleRef !== undefined && { ref: titleRef, tabIndex: -1 })}
          >
            {title}
          </Heading>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
