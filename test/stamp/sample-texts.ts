/** What a sample sheet and its panels say in a language. */
export interface SampleTexts {
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Packages of fonts and the parts of them that the texts need, each in the weights 400 and 700. */
  fonts: [string, string][];
  title: string;
  paragraph: string;
  later: string;
  call: string;
  programs: [string, string];
  columns: [string, string];
  row: [string, string];
}

const LATIN: [string, string] = ['noto-sans', 'latin'];

export const SAMPLE_TEXTS: Record<'en' | 'ar' | 'km' | 'zh-Hans', SampleTexts> = {
  en: {
    lang: 'en',
    dir: 'ltr',
    fonts: [LATIN],
    title: 'Drinking water',
    paragraph: 'Drink two glasses before noon, and ask your nurse',
    later: 'When to come back',
    call: 'Call',
    programs: ['Free check-up', 'Rides to the clinic'],
    columns: ['Day', 'Open'],
    row: ['Monday', '8 to 5'],
  },
  ar: {
    lang: 'ar',
    dir: 'rtl',
    fonts: [['noto-sans-arabic', 'arabic'], LATIN],
    title: 'شرب الماء',
    paragraph: 'اشرب كأسين قبل الظهر، واسأل الممرضة',
    later: 'متى تعود إلينا',
    call: 'اتصل على',
    programs: ['فحص مجاني', 'توصيل إلى العيادة'],
    columns: ['اليوم', 'الدوام'],
    row: ['الاثنين', '8 إلى 5'],
  },
  km: {
    lang: 'km',
    dir: 'ltr',
    fonts: [['noto-sans-khmer', 'khmer'], LATIN],
    title: 'ការផឹកទឹក',
    paragraph: 'ផឹកទឹកពីរកែវមុនថ្ងៃត្រង់ ហើយសួរគិលានុបដ្ឋាយិការបស់អ្នក',
    later: 'ពេលណាត្រូវត្រឡប់មកវិញ',
    call: 'ទូរស័ព្ទ',
    programs: ['ការពិនិត្យដោយឥតគិតថ្លៃ', 'ការដឹកជញ្ជូនទៅគ្លីនិក'],
    columns: ['ថ្ងៃ', 'ម៉ោងបើក'],
    row: ['ថ្ងៃចន្ទ', '8 ដល់ 5'],
  },
  'zh-Hans': {
    lang: 'zh-Hans',
    dir: 'ltr',
    fonts: [LATIN, ['noto-sans-sc', 'chinese-simplified']],
    title: '喝水',
    paragraph: '中午前喝两杯水，并询问您的护士',
    later: '何时复诊',
    call: '请致电',
    programs: ['免费检查', '接送服务'],
    columns: ['日期', '时间'],
    row: ['星期一', '8点到5点'],
  },
};
