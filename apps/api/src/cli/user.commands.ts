import { newPasswordSchema, USER_FIELDS, type Role } from '@wellpulse/contracts';
import { argument, Command, example } from '@wellpulse/command-line';
import { randomBytes } from 'node:crypto';
import { TenantAdministration } from '../tenant/tenant-administration.ts';
import { UserService } from '../users/user.service.ts';
import { BY_SYSTEM } from '../write-path/origin.ts';
import { say, withContext } from './context.ts';

interface CreateOptions {
  readonly name: string;
  readonly role: Role;
}

export function userCommands(): Command {
  const user = new Command('user').description('Adds users');
  user
    .command('create')
    .description('Adds a user. The password comes from WELLPULSE_PASSWORD, or is made up and shown once')
    .argument('<tenant>')
    .argument('<email>', 'e-mail address', argument(USER_FIELDS.email.schema))
    .requiredOption('--name <name>', 'full name', argument(USER_FIELDS.name.schema))
    .requiredOption('--role <role>', 'VIEWER, OPERATOR, MANAGER or ADMIN', argument(USER_FIELDS.role.schema))
    .addHelpText(
      'after',
      example('npm run wellpulse -- user create acme ann@acme.example --name "Ann Lee" --role ADMIN'),
    )
    .action((slug: string, email: string, { name, role }: CreateOptions) =>
      withContext(async (context) => {
        const { database } = await context.get(TenantAdministration).require(slug);
        const given = process.env['WELLPULSE_PASSWORD'];
        const password =
          given === undefined ? randomBytes(15).toString('base64url') : argument(newPasswordSchema)(given);
        await context
          .get(UserService)
          .add(database, BY_SYSTEM, { email, name, role, status: 'ACTIVE', password });
        say(`Added ${email} as ${role} of ${slug}`);
        if (given === undefined) say(`Password: ${password}`);
      }),
    );
  return user;
}
