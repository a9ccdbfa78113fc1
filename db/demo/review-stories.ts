/** Reviews of the last quarter that are held before the others: their packs are frozen on the demo's day. */
export const earlyMeetings = [
  { vendor: 'WN', date: '2024-01-26', time: '10:00' },
  { vendor: 'B6', date: '2024-01-26', time: '11:30' },
  { vendor: 'DL', date: '2024-01-26', time: '14:00' },
  { vendor: 'UA', date: '2024-01-26', time: '15:30' },
].map((early) => ({ ...early, movedAt: '2023-12-18T15:00:00.000Z' }));

export const movedReason = 'Before the summer schedule is decided (demonstration)';
