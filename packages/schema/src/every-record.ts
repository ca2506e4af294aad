/** The scope of every record, which each dataset has without declaring it. */
export const everyRecord = 'all';
