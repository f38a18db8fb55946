export const insights = {
  'insights.page.title': 'Insights',
  'insights.introduction':
    'What your entries say when they are put together. An expression is what a face looks like at one moment; it is not what you feel, and no diagnosis.',
  'insights.updated': 'Counted {time}, {zone}',
  'insights.zone': 'Counted in {zone}',
  'insights.stale': 'Your newest entry is not counted yet. It follows by itself.',
  'insights.error': 'Your insights cannot be shown right now.',
  'insights.empty.title': 'Not enough to see yet',
  'insights.empty': 'With your first entries, Moodify shows here when they are and what they say.',
  'insights.empty.begin': 'Make an entry',

  'insights.figure.entries': 'Entries',
  'insights.figure.expression': 'Most frequent',
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
  'insights.days.year.one': 'One entry in the last 52 weeks, four weeks to a bar',
  'insights.days.year.other': '{count} entries in the last 52 weeks, four weeks to a bar',
  'insights.span': 'How far back',
  'insights.span.month': '30 days',
  'insights.span.quarter': '13 weeks',
  'insights.span.year': 'A year',

  'insights.shares': 'Share of each expression',
  'insights.shares.finding': 'Most often: {emotion}, {percent} of all entries',
  'insights.weekdays': 'By weekday',
  'insights.weekdays.finding': 'Most entries on {weekday}',
  'insights.hours': 'By hour of the day',
  'insights.hours.finding': 'Most entries at {hour}',

  'insights.lift': 'Before and after Lift',
  'insights.lift.none':
    'Here you will see how your expression looked before and after music that was to lift the mood. It takes an entry with the goal Lift, and another one within three hours.',
  'insights.lift.finding': 'The next expression looked more pleasant {lifted} of {pairs} times',
  'insights.lift.valence':
    'On a scale from −1 (unpleasant) to +1 (pleasant), the mean went from {before} to {after}.',
  'insights.lift.few': 'These are few cases, so take it lightly.',
  'insights.lift.caution': 'Much else happens within three hours; the music need not be the cause.',

  'insights.chart.table': 'Show as a table',
  'insights.chart.table-follows': 'The table below says the same.',
} as const;
