/**
 * Words in Russian and Chinese by which the values of a vocabulary are found, beside their English label. They serve
 * the search only; nothing shows them as the name of a value.
 */
export const translatedTerms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  domain: {
    security: ['безопасность, правоохранительные органы', '安全, 执法'],
    justice: ['юстиция, правосудие', '司法'],
    civil: ['гражданский', '民事'],
  },
  sector: {
    police: ['полиция, милиция, полицейский', '警察, 公安, 警务'],
    border: ['пограничная служба, граница', '边防, 边境'],
    customs: ['таможня, таможенный', '海关'],
    military: ['военный, армия', '军队, 军事, 军官'],
    intelligence: ['разведка, спецслужбы', '情报'],
    prosecution: ['прокуратура, прокурор', '检察, 检察官'],
    judiciary: ['суд, судья, судьи, судебный', '法院, 法官'],
    drug_control: ['наркотики, наркоконтроль', '禁毒'],
    emergency: ['чрезвычайные ситуации, спасатель', '应急, 救灾, 救援'],
    prisons: ['тюрьма, исполнение наказаний', '监狱'],
    public_administration: ['государственное управление, госслужба', '公共管理, 公务员'],
    diplomacy: ['дипломатия, дипломат', '外交'],
    media: ['СМИ, журналист, пресса', '媒体, 新闻, 记者'],
    finance_tax: ['финансы, налоги', '财政, 税务'],
    trade: ['торговля', '贸易, 商务'],
    ict: ['информационные технологии', '信息技术, 大数据'],
    transport: ['транспорт', '交通, 运输'],
    energy: ['энергетика', '能源'],
    agriculture: ['сельское хозяйство', '农业'],
    health: ['здравоохранение, медицина', '卫生, 医疗'],
    education: ['образование', '教育'],
    culture: ['культура', '文化'],
    meteorology: ['метеорология', '气象'],
    labour: ['труд, занятость', '劳动, 就业'],
    social_policy: ['социальная политика, бедность', '社会政策, 减贫'],
  },
  frame: {
    sco: ['ШОС, Шанхайская организация сотрудничества', '上海合作组织, 上合'],
    belt_and_road: ['Пояс и путь', '一带一路'],
    bilateral: ['двусторонний', '双边'],
    multilateral: ['многосторонний', '多边'],
  },
  format: {
    seminar: ['семинар', '研修班, 研讨班'],
    short_course: ['краткосрочные курсы', '短期培训'],
    long_course: ['долгосрочные курсы', '长期培训'],
    study_visit: ['ознакомительная поездка, визит', '考察, 访问'],
    degree: ['степень, магистратура', '学位, 硕士'],
  },
};
