/** "Is it me, how the project is run, or the chances I get?" Several may be true. */
import { ChancesIcon, MeIcon, ProjectIcon } from '../../../ui/icons/kinds.tsx';
import { ChoiceMany } from '../../../ui/parts/choice.tsx';
import { useText } from '../../../ui/text/use-text.ts';
import { causes, type Cause } from '../model/conversation.ts';

const icons = { me: MeIcon, project: ProjectIcon, chances: ChancesIcon };

export function Causes({
  values,
  onChange,
}: {
  values: readonly Cause[];
  onChange: (values: Cause[]) => void;
}) {
  const t = useText();
  return (
    <ChoiceMany
      legend={t('conversations.ask.causes')}
      hint={t('conversations.ask.causes.hint')}
      values={values}
      onChange={onChange}
      options={causes.map((cause) => ({
        value: cause,
        label: t(`conversations.cause.${cause}`),
        icon: icons[cause],
      }))}
    />
  );
}
