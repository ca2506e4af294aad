/** What a word beside a number says of it. */
export type Meaning = 'least' | 'most' | 'about' | 'from' | 'between' | 'nothing';

/** Words on one side of a number, by what they mean. */
export type WordsOfSide = Readonly<Record<Meaning, readonly string[]>>;

const persons = {
  en: 'person persons people pers ppl pax participant participants trainee trainees official officials officer officers student students attendee attendees delegate delegates expert experts specialist specialists representative representatives cadet cadets employee employees',
  ru: 'чел человек человека люди людей лица лиц персон участник участника участников участники слушатель слушателя слушателей слушатели чиновник чиновника чиновников чиновники специалист специалиста специалистов специалисты сотрудник сотрудника сотрудников сотрудники офицер офицера офицеров офицеры курсант курсанта курсантов курсанты студент студента студентов студенты стажер стажера стажеров стажёр стажёра стажёров эксперт эксперта экспертов представитель представителя представителей делегат делегата делегатов госслужащий госслужащих',
  zh: '人 名 位 个人 人员 学员 官员 学生 代表 干部 专家 警官 公务员 参与者 参加者 参训人员 参训学员 成员',
  de: 'personen teilnehmer teilnehmern teilnehmende teilnehmenden beamte beamten',
  fr: 'personnes fonctionnaires stagiaires participantes',
};

const chinesePersons = persons.zh.split(' ');

/** Words for persons that are passed over behind a number; in Chinese with a measure word, as in 20名学员. */
const unitsAfter = [
  ...[persons.en, persons.ru, persons.de, persons.fr].flatMap((words) => words.split(' ')),
  'civil servants',
  'police officers',
  ...chinesePersons,
  ...chinesePersons.filter((word) => word.length > 1).flatMap((word) => [`名${word}`, `位${word}`]),
];

/** What stands before a number. */
export const wordsBefore: WordsOfSide = {
  least: [
    ...['>', '>=', '≥', '⩾', 'more than', 'greater than', 'over', 'above', 'at least', 'no less than', 'no fewer than'],
    ...['not less than', 'not fewer than', 'min', 'minimum', 'upwards of', 'in excess of'],
    ...['более', 'более чем', 'больше', 'больше чем', 'свыше', 'не менее', 'не менее чем', 'не меньше', 'минимум'],
    ...['как минимум', 'мин', '超过', '超', '逾', '多于', '大于', '至少', '最少', '不少于', '不低于'],
    ...['mehr als', 'über', 'mindestens', 'mind', 'plus de', 'au moins'],
  ],
  most: [
    ...[
      '<',
      '<=',
      '≤',
      '⩽',
      'less than',
      'fewer than',
      'under',
      'below',
      'up to',
      'nearly',
      'almost',
      'at most',
      'max',
    ],
    ...['maximum', 'no more than', 'not more than', 'just under'],
    ...['менее', 'менее чем', 'меньше', 'до', 'почти', 'без малого', 'не более', 'не более чем', 'не больше'],
    ...['максимум', 'макс', '近', '将近', '接近', '不足', '不到', '少于', '小于', '最多', '至多', '不超过', '不多于'],
    ...['weniger als', 'unter', 'bis zu', 'höchstens', 'maximal', 'knapp', 'fast'],
    ...['moins de', "jusqu'à", 'près de', 'presque', 'au plus', 'au maximum'],
  ],
  about: [
    ...['~', '≈', 'about', 'approx', 'approximately', 'around', 'roughly', 'circa', 'ca', 'c', 'some'],
    ...['около', 'примерно', 'порядка', 'приблизительно', 'ориентировочно', 'ок', 'прим', '约', '大约', '约为', '大概'],
    ...['etwa', 'rund', 'ungefähr', 'zirka', 'environ'],
    // “человек 20” is about twenty; with a colon it is a heading.
    'человек',
  ],
  from: ['from', 'от'],
  between: ['between', 'между', 'с', 'von', 'zwischen', 'de', 'entre', '从', '介于'],
  nothing: [
    ...[
      'n',
      'total',
      'total of',
      'a total of',
      'in total',
      'participants',
      'number of participants',
      'persons',
      'people',
    ],
    ...['всего', 'итого', 'чел', 'человек:', 'участников', 'число участников', 'количество участников'],
    ...[
      'кол-во участников',
      'слушателей',
      '人数',
      '参加人数',
      '参训人数',
      '一行',
      '共',
      '共计',
      '总共',
      '一共',
      '合计',
      '总计',
    ],
    ...['学员', 'insgesamt', 'teilnehmer', 'au total'],
  ],
};

/** What stands behind a number. */
export const wordsAfter: WordsOfSide = {
  least: [
    ...['+', 'or more', 'and more', 'and over', 'and above', 'at least', 'minimum'],
    ...['и более', 'или более', 'и больше', 'с лишним', '余', '多', '几', '以上', 'oder mehr', 'und mehr'],
    ...['et plus', 'ou plus'],
  ],
  most: [
    ...['or fewer', 'or less', 'and fewer', 'and less', 'at most', 'max', 'maximum', 'и менее', 'или менее'],
    ...['以下', '以内', '之内'],
  ],
  about: ['approx', 'approximately', 'or so', 'примерно', 'приблизительно', '左右', '上下', '来', '约'],
  from: [],
  between: [],
  nothing: [...unitsAfter, 'in total', 'total', 'всего', '不等'],
};

/** What stands between the two ends of a range; the last line only after a word such as “between”. */
export const joiners = {
  plain: ['-', '~', 'to', 'до', 'по', 'bis', 'à', '至', '到'],
  between: ['and', 'и', 'und', 'et', '和', '与'],
};

/** Words behind a number that make thousands of it. */
export const multipliers: Readonly<Record<string, number>> = {
  thousand: 1000,
  тыс: 1000,
  тысяча: 1000,
  тысячи: 1000,
  тысяч: 1000,
  百: 100,
  千: 1000,
  万: 10_000,
};
