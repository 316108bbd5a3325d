/** The things one can begin, what one can do first. */
import { ActionIcon, HandIcon, ReflectionIcon, StarIcon } from '../../ui/icons/kinds.tsx';
import { List, ListRow } from '../../ui/parts/list-row.tsx';
import { useText } from '../../ui/text/use-text.ts';

export function BeginList({ withAction }: { withAction?: boolean }) {
  const t = useText();
  return (
    <List>
      <ListRow
        href="/assets/add"
        icon={HandIcon}
        tone="sun"
        title={t('home.first.asset')}
        detail={t('home.first.asset.what')}
      />
      <ListRow
        href="/assess"
        icon={StarIcon}
        title={t('home.first.assess')}
        detail={t('home.first.assess.what')}
      />
      <ListRow
        href="/reflect"
        icon={ReflectionIcon}
        title={t('home.first.reflect')}
        detail={t('home.first.reflect.what')}
      />
      {withAction && (
        <ListRow
          href="/actions/add"
          icon={ActionIcon}
          title={t('add.action')}
          detail={t('add.action.what')}
        />
      )}
    </List>
  );
}
