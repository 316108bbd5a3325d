/** The fields of a login, as the profile of a server asks for them. */
import type { Profile } from '../../sync/protocol/profile.ts';
import { TextField } from '../../ui/parts/field.tsx';
import { useText } from '../../ui/text/use-text.ts';

interface LoginFieldsProps {
  auth: Profile['auth'];
  login: Readonly<Record<string, string>>;
  onChange(login: Record<string, string>): void;
}

export function LoginFields({ auth, login, onChange }: LoginFieldsProps) {
  const t = useText();
  return (
    <>
      {loginNames(auth).map((name) => (
        <TextField
          key={name}
          label={t(`connect.login.${name}`)}
          value={login[name] ?? ''}
          maxLength={4000}
          type={name === 'user' ? 'text' : 'password'}
          onInput={(value) => onChange({ ...login, [name]: value })}
        />
      ))}
    </>
  );
}

/** By the names under which they are kept. */
function loginNames(auth: Profile['auth']): readonly ('token' | 'user' | 'password' | 'value')[] {
  switch (auth.kind) {
    case 'none':
      return [];
    case 'bearer':
      return ['token'];
    case 'basic':
      return ['user', 'password'];
    case 'header':
      return ['value'];
  }
}
