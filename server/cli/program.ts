import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import { payerIds, severities } from '../configuration';
import { type CheckOptions, check, exitCodes, type Host } from './check';
import { explainPlace } from './explain';
import { formatNames } from './format/formats';
import { addReviewCommands } from './review/command';
import { showRules } from './rules';

/** Runs one command line and answers the exit code. */
export async function run(argv: readonly string[], host: Host = processHost()): Promise<number> {
  let code: number = exitCodes.clean;
  const program = new Command('chartlint')
    .description('Checks procedure notes of intralesional injections: where the documentation and the codes disagree.')
    .version(version)
    .addHelpText('after', '\nYour notes stay on this machine: nothing is sent anywhere.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text) });

  program
    .command('check')
    .description('check notes, and print what was found')
    .argument('[path...]', 'note files, folders (searched for .procnote, .txt and .md), globs, or - for standard input')
    .addOption(new Option('-f, --format <name>', 'form of the report').choices(formatNames).default('stylish'))
    .option('-c, --config <file>', 'settings file, in place of the nearest chartlint.json')
    .option('--review <file>', 'review file, in place of the nearest chartlint.review.json')
    .option('--no-review', 'report dismissed findings like all others')
    .option('--dismissed', 'show dismissed findings too, where the report is for people')
    .addOption(new Option('--payer <id>', 'payer of notes that name none').choices(payerIds))
    .addOption(
      new Option('--max-severity <severity>', 'exit with 1 when a finding is as severe as this or more')
        .choices(severities)
        .default('warning'),
    )
    .option('-o, --output <file>', 'write the report to a file')
    .option('--jsonl', 'read JSON Lines, one {"id", "text"} a note')
    .addOption(
      new Option('--workers <number>', 'how many threads read notes').default(1).argParser((value) => {
        if (/^[1-9]\d?$/.test(value)) return Number(value);
        throw new InvalidArgumentError('Give a number from 1 to 99.');
      }),
    )
    .addOption(new Option('--color', 'colour the report (default: on a terminal)').default(colorByDefault(host)))
    .option('--no-color', 'do not colour the report')
    .addHelpText(
      'after',
      '\nExit codes: 0 nothing as severe as --max-severity, 1 findings, 2 bad usage or an input that cannot be read.',
    )
    .action(async (named: string[], options: CheckOptions, command: Command) => {
      // JSON Lines come from other programs, so from standard input unless files are named.
      const paths = named.length === 0 && options.jsonl ? ['-'] : named;
      if (paths.length === 0) command.error('error: name a file, a folder, a glob, or - for standard input');
      code = await check(paths, { ...options, color: options.color && options.output === undefined }, host);
    });

  addReviewCommands(program.command('review'), host, (exitCode) => {
    code = exitCode;
  });

  program
    .command('rules')
    .description('list the rules, or show one')
    .argument('[id]', 'rule id')
    .option('-c, --config <file>', 'settings file, in place of the nearest chartlint.json')
    .action(async (id: string | undefined, { config }: { config?: string }) => {
      code = await showRules(id, config, host);
    });

  program
    .command('explain')
    .description('print how a note was read at one place, and how its numbers were settled')
    .argument('<file:line[:column]>', 'the place, counted from 1')
    .option('-c, --config <file>', 'settings file, in place of the nearest chartlint.json')
    .action(async (place: string, { config }: { config?: string }) => {
      code = await explainPlace(place, config, host);
    });

  program
    .command('lsp')
    .description('run the language server for an editor')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(async () => {
      // Loaded only here: a check needs none of it.
      const { serveStdio } = await import('./language-server');
      serveStdio();
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  }
}

function processHost(): Host {
  return { cwd: process.cwd(), stdin: process.stdin, stdout: process.stdout, stderr: process.stderr };
}

/** The conventions of no-color.org and force-color.org, then whether a person is looking. */
function colorByDefault({ stdout }: Host): boolean {
  if (process.env.NO_COLOR) return false;
  return process.env.FORCE_COLOR ? process.env.FORCE_COLOR !== '0' : Boolean(stdout.isTTY);
}
