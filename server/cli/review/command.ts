import { type Command, Option } from 'commander';
import { payerIds } from '../../configuration';
import { standardReasons } from '../../review/decision';
import type { Host } from '../check';
import { auditFormatNames } from './audit-formats';
import { type DismissOptions, dismiss } from './dismiss';
import { type ListOptions, listDecisions } from './list';
import { type AuditOptions, report } from './report';
import { type RestoreOptions, restore } from './restore';

/** Gives `chartlint review` its commands. Each hands on its exit code. */
export function addReviewCommands(review: Command, host: Host, exitWith: (code: number) => void): void {
  review.description('dismiss findings, list and take back decisions, report for an audit');

  withSettings(review.command('list').description('list the decisions, and what became of each'))
    .argument('[path...]', 'notes or folders; all decisions where none is named')
    .addOption(new Option('-f, --format <name>', 'form of the list').choices(['text', 'json']).default('text'))
    .option('--unused', 'only decisions whose note or finding is gone')
    .action(async (paths: string[], options: ListOptions) => exitWith(await listDecisions(paths, options, host)));

  withSettings(review.command('dismiss').description('record that a finding was looked at and dismissed'))
    .argument('<file[:line[:column]]>', 'where the finding is, counted from 1')
    .argument('<rule>', 'rule that reports it')
    .requiredOption(
      '-r, --reason <reason>',
      `${standardReasons.map((each) => `"${each}"`).join(', ')}, or your own words`,
    )
    .option('--reviewer <name>', 'who decides (default: the environment variable CHARTLINT_REVIEWER)')
    .action(async (place: string, rule: string, options: DismissOptions) =>
      exitWith(await dismiss(place, rule, options, host)),
    );

  withSettings(review.command('restore').description('take decisions back, so that their findings are open again'))
    .argument('[file[:line]]', 'note, or line of the finding')
    .argument('[rule]', 'only decisions about this rule')
    .option('--unused', 'decisions whose note or finding is gone')
    .action(async (place: string | undefined, rule: string | undefined, options: RestoreOptions) =>
      exitWith(await restore(place, rule, options, host)),
    );

  withSettings(
    review.command('report').description('write findings, decisions and open queries of notes, for an audit'),
  )
    .argument('<path...>', 'note files, folders or globs')
    .addOption(new Option('-f, --format <name>', 'form of the report').choices(auditFormatNames).default('text'))
    .option('-o, --output <file>', 'write the report to a file')
    .action(async (paths: string[], options: AuditOptions) => exitWith(await report(paths, options, host)));
}

const withSettings = (command: Command): Command =>
  command
    .option('--review <file>', 'review file, in place of the nearest chartlint.review.json')
    .option('-c, --config <file>', 'settings file, in place of the nearest chartlint.json')
    .addOption(new Option('--payer <id>', 'payer of notes that name none').choices(payerIds));
