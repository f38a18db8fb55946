export const insights = {
  'insights.page.title': 'Insights',
  'insights.introduction':
    'Patterns across your entries. An expression is how a face looks at one moment. It isn’t what you feel, and it isn’t a diagnosis.',
  'insights.updated': 'Updated {time} ({zone})',
  'insights.zone': 'Times are in {zone}',
  'insights.stale': 'Your latest entry isn’t included yet. It will be shortly.',
  'insights.error': 'Can’t show your insights right now.',
  'insights.empty.title': 'Nothing to see yet',
  'insights.empty': 'Your patterns appear here after a few entries.',
  'insights.empty.begin': 'Make an entry',

  'insights.figure.entries': 'Entries',
  'insights.figure.expression': 'Most common',
  'insights.figure.weekday': 'Busiest day',
  'insights.figure.hour': 'Busiest hour',

  'insights.expression': 'Expression',
  'insights.share': 'Share',
  'insights.day': 'Day',
  'insights.period': 'Days',
  'insights.weekday': 'Weekday',
  'insights.hour': 'Hour',
  'insights.before': 'Before',
  'insights.after': 'After',

  'insights.days': 'Over time',
  'insights.days.month.one': 'One entry in the last 30 days',
  'insights.days.month.other': '{count} entries in the last 30 days',
  'insights.days.quarter.one': 'One entry in the last 13 weeks',
  'insights.days.quarter.other': '{count} entries in the last 13 weeks',
  'insights.days.year.one': 'One entry in the last 52 weeks, four weeks per bar',
  'insights.days.year.other': '{count} entries in the last 52 weeks, four weeks per bar',
  'insights.span': 'Time range',
  'insights.span.month': '30 days',
  'insights.span.quarter': '13 weeks',
  'insights.span.year': '1 year',

  'insights.shares': 'Share of each expression',
  'insights.shares.finding': 'Most common: {emotion}, {percent} of all entries',
  'insights.weekdays': 'By day of the week',
  'insights.weekdays.finding': 'Most entries on {weekday}',
  'insights.hours': 'By hour of the day',
  'insights.hours.finding': 'Most entries at {hour}',

  'insights.lift': 'Before and after “Lift me up”',
  'insights.lift.none':
    'You’ll see here how you looked before and after music meant to lift you up. It takes one entry with “Lift me up”, and another within three hours.',
  'insights.lift.finding': 'The next expression looked more pleasant {lifted} out of {pairs} times',
  'insights.lift.valence':
    'On a scale from −1 (unpleasant) to +1 (pleasant), the average went from {before} to {after}.',
  'insights.lift.few': 'That’s only a few cases, so don’t read too much into it.',
  'insights.lift.caution': 'A lot else happens in three hours, so the music may not be the cause.',

  'insights.chart.table': 'Show as table',
  'insights.chart.table-follows': 'The table below has the same data.',
} as const;
