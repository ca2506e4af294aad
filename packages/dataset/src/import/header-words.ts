/** A field with the headers that scholars give it, in English, Russian and Chinese; the surest words first. */
export interface HeaderWords {
  readonly table: 'programs' | 'sources';
  readonly field: string;
  readonly words: RegExp;
}

const programs = (field: string, words: RegExp): HeaderWords => ({ table: 'programs', field, words });
const sources = (field: string, words: RegExp): HeaderWords => ({ table: 'sources', field, words });

/**
 * What headers mean. A header is compared without case, marks and what stands in brackets; the first entry that it fits
 * takes it.
 */
export const headerWords: readonly HeaderWords[] = [
  programs('id', /^(id|gx id|record id)$/),
  programs(
    'start',
    /^(start( date)?|date of start|begin(ning)?( date)?|from|first day|dates?|when|дата начала|начало|дата( проведения)?|даты|сроки|开始(日期|时间)|起始日期|日期|时间|开班时间)$/,
  ),
  programs('end', /^(end( date)?|until|last day|дата окончания|окончание|конец|结束(日期|时间)|截止日期|结业时间)$/),
  programs('year', /^(year|год|年份?)$/),
  programs(
    'duration_days',
    /^(duration( in)?( days)?|days|length|длительность( дней)?|продолжительность( дней)?|дней|天数|时长|期限)$/,
  ),
  programs(
    'title',
    /^(title|topic|course( name| title)?|program(me)?( name| title)?|training( name| title)?|name|subject|тема( курса| семинара)?|название( курса| программы| семинара)?|курс|программа|研修班名称|培训(班)?名称|班名|名称|项目名称|课程|主题)$/,
  ),
  programs(
    'countries',
    /^(countr(y|ies)|states?|participating countries|recipients?|from countries|страны?( участницы| участники)?|государств[ао]|参加国家?|国家|学员国别|国别|来源国)$/,
  ),
  programs('countries_implied', /^countries implied$/),
  programs(
    'recipient_agencies',
    /^(agenc(y|ies)|recipient agenc(y|ies)|ведомств[оа]|участники ведомства|派出单位|学员单位)$/,
  ),
  programs(
    'host_institution',
    /^(host( institution)?|institution|organi[sz]er|provider|school|принимающая (организация|сторона)|организация|организатор|вуз|承办单位|主办单位|承办机构|培训机构|单位)$/,
  ),
  programs(
    'host_cities',
    /^(cit(y|ies)|host cit(y|ies)|place|location|город( проведения)?|место( проведения)?|城市|地点|举办地)$/,
  ),
  programs('host_province', /^(province|провинция|省份?)$/),
  programs(
    'participants',
    /^(participants?|number of (participants|people|trainees)|trainees|people|persons|n|size|кол во( участников| человек)?|количество( участников| человек)?|число( участников)?|участник(и|ов)|численность|人数|学员人数|参加人数|规模)$/,
  ),
  programs('venue', /^(venue|mode|modality|место обучения|формат проведения|举办方式|方式)$/),
  programs('technology_component', /^(tech(nology)?( component)?|технологии|технология|是否涉及技术|技术)$/),
  programs('security_related', /^(security( related)?|безопасность|связано с безопасностью|是否涉及安全|安全)$/),
  programs('equipment_transfer', /^(equipment( transfer)?|оборудование|设备)$/),
  programs('domain', /^(domain|area|область|领域)$/),
  programs('sector', /^(sector|сектор|отрасль|部门|行业)$/),
  programs('topics', /^(topics|keywords|темы|ключевые слова|关键词)$/),
  programs('format', /^(format|type|kind|формат|тип|вид|形式|类型)$/),
  programs('confidence', /^(confidence|certainty|достоверность|уверенность|可信度)$/),
  programs('notes', /^(notes?|remarks?|comments?|примечани[ея]|комментари[йи]|备注|说明)$/),
  programs('description', /^(description|summary|описание|содержание|简介|内容)$/),
  sources('url', /^(links?|urls?|web ?address|source (link|url)|ссылк[аи]|адрес|链接|网址|来源链接)$/),
  sources('publisher', /^(publisher|outlet|media|source( name)?|newspaper|издание|источник|сми|来源|媒体|出处)$/),
  sources('title', /^(source title|headline|article( title)?|заголовок|标题|文章标题)$/),
  sources(
    'published',
    /^(published|publication date|date of publication|дата публикации|опубликовано|发布日期|发布时间|发表日期)$/,
  ),
  sources('accessed', /^(accessed|access date|seen|retrieved|read|дата обращения|просмотрено|访问日期|查阅日期)$/),
  sources('language', /^(language|язык|语言)$/),
];

/**
 * A header as it is compared: without case, brackets and marks.
 *
 * @example
 * comparedHeader('Кол-во участников (чел.)') // => 'кол во участников'
 */
export function comparedHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/\([^)]*\)/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
