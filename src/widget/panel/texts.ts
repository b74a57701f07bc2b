import type { Line } from './chat';
import type { AnswerState, Author, Lookup, LookupKind, Message, LocalizedText, Problem, Reason, Wait, Writer } from './protocol';

const korean = {
  code: 'ko',
  title: '고객 상담',
  placeholder: '무엇이든 물어보세요',
  send: '보내기',
  stop: '답변 중지',
  close: '닫기',
  person: '상담원 연결',
  toAssistant: '자동 상담으로 돌아가기',
  menu: '더 보기',
  renew: '새 상담 시작',
  end: '상담 끝내기',
  download: '대화 내려받기',
  log: '대화 내용',
  hello: '안녕하세요, 무엇을 도와드릴까요?',
  introduction: '상품 정보와 리뷰, 재고, 추천 상품을 한 번에 찾아 답해 드립니다. 상담원과 이야기하고 싶으면 언제든 연결해 달라고 하세요.',
  again: '다시 시도',
  goOn: '이어서 답변 받기',
  thumbUp: '도움이 됐어요',
  thumbDown: '도움이 안 됐어요',
  looking: '찾는 중…',
  searching: '네 가지를 한 번에 찾고 있습니다…',
  writing: '답변을 쓰고 있습니다…',
  typing: '상담원이 입력하고 있습니다…',
  unknown: '미확인',
  from: (price: string) => `${price}부터`,
  sending: '보내는 중…',
  waitingForLine: '연결되면 보냅니다',
  jump: '맨 아래로',
  without: '상품 문의 빼기',
  noFiles: '파일과 사진은 받을 수 없습니다. 내용을 글로 적어 주세요.',
  rate: '상담은 어떠셨나요?',
  thanks: '평가해 주셔서 고맙습니다.',
  failed: '처리하지 못했습니다. 잠시 뒤에 다시 시도해 주세요.',
  ended: '상담이 끝났습니다. 메시지를 보내면 다시 이어집니다.',
  notes: {
    personWanted: '상담원 연결을 요청하셨습니다', assistantBack: '자동 상담으로 돌아왔습니다', closed: '상담이 끝났습니다', reopened: '상담을 다시 시작했습니다',
    handedOver: '다른 상담원에게 연결합니다', agentJoined: '상담원이 상담을 이어갑니다',
  } as Record<NonNullable<Message['note']>, string>,
  reasons: {
    asked: '상담원 연결을 요청하셨습니다', anger: '불편을 드려 죄송합니다. 상담원에게 연결합니다', repeated: '원하시는 답을 드리지 못해 상담원에게 연결합니다',
    noEvidence: '확인할 자료가 없어 상담원에게 연결합니다', legal: '상담원이 직접 답해 드립니다', health: '안전이 먼저입니다. 상담원이 직접 답해 드립니다',
    payment: '결제에 관한 일은 상담원이 직접 도와드립니다. 카드 번호나 비밀번호는 보내지 마세요',
  } as Record<Reason, string>,
  joined: (name: string) => `${name} 상담원이 상담을 이어갑니다`,
  lookups: { productInfo: '상품 정보', reviewAnalysis: '리뷰', stockCheck: '재고', recommendation: '추천' } as Record<LookupKind, string>,
  states: { found: '', empty: '찾은 것이 없습니다', timedOut: '제때 확인하지 못했습니다', failed: '확인하지 못했습니다' } as Record<Lookup['state'], string>,
  writers: { embedded: '자동 답변', model: 'AI가 쓴 답변' } as Record<Writer, string>,
  authors: { customer: '나', assistant: '자동 상담', agent: '상담원', system: '알림' } as Record<Author, string>,
  ends: {
    running: '', completed: '', stopped: '여기에서 중지했습니다.', interrupted: '답변이 중간에 끊겼습니다.', failed: '답변하지 못했습니다.',
  } as Record<AnswerState, string>,
  lines: { connecting: '연결하는 중…', online: '', offline: '인터넷 연결이 끊겼습니다. 적은 메시지는 보관했다가 연결되면 보냅니다.' } as Record<Line, string>,
  owners: { assistant: '바로 답해 드립니다', waiting: '상담원을 기다리는 중', agent: '상담원과 대화 중', closed: '끝난 상담' },
  suggestions: ['배터리 오래가는 이어폰 추천해 주세요', '10만원 이하 방수 이어폰 있나요?', '소닉웨이브 프로 48 재고 있나요?'],
  productSuggestions: ['장점과 단점이 뭐예요?', '재고가 있나요? 언제 출발하나요?', '비슷한 상품을 추천해 주세요'],
  lookingAt: (name: string) => `보고 계신 상품: ${name}`,
  about: (name: string) => `${name} 어때요?`,
  source: (mark: string) => `근거 ${mark} 보기`,
  stars: (count: number) => `5점 만점에 ${count}점`,
  reviews: (count: number) => `리뷰 ${count.toLocaleString('ko')}개`,
  problem: (p: Problem) => p.code === 'tooLong' ? `메시지는 ${(p.limit ?? 2_000).toLocaleString('ko')}자까지 보낼 수 있습니다. 나누어 보내 주세요.`
    : p.code === 'tooMany' ? `메시지가 너무 잦습니다. ${p.retryAfter ?? 2}초 뒤에 보냅니다.`
      : '보낼 수 없는 글자가 들어 있습니다. 고쳐서 다시 보내 주세요.',
  wait: ({ ahead, minutes }: Wait) => (ahead > 0 ? `앞에 ${ahead}명이 기다리고 있습니다. ` : '다음 순서입니다. ')
    + (minutes === undefined ? '얼마나 걸릴지는 아직 알 수 없습니다.' : minutes < 1 ? '보통 1분 안에 연결됩니다.' : `보통 ${Math.ceil(minutes)}분쯤 걸립니다.`),
  pick: (text: LocalizedText) => text.ko || text.en,
  time: (instant: string) => timeIn('ko', instant),
};

export type Texts = typeof korean;

const english: Texts = {
  code: 'en',
  title: 'Support',
  placeholder: 'Ask anything',
  send: 'Send',
  stop: 'Stop the answer',
  close: 'Close',
  person: 'Talk to a person',
  toAssistant: 'Back to the assistant',
  menu: 'More',
  renew: 'New conversation',
  end: 'End conversation',
  download: 'Download transcript',
  log: 'Conversation',
  hello: 'Hello, how can we help?',
  introduction: 'Product data, reviews, stock and alternatives are looked up at once to answer you. You can ask for a person at any time.',
  again: 'Try again',
  goOn: 'Continue the answer',
  thumbUp: 'Helpful',
  thumbDown: 'Not helpful',
  looking: 'Looking…',
  searching: 'Looking up four things at once…',
  writing: 'Writing the answer…',
  typing: 'Support is typing…',
  unknown: 'unknown',
  from: (price: string) => `from ${price}`,
  sending: 'Sending…',
  waitingForLine: 'Sent when connected',
  jump: 'To the end',
  without: 'Do not ask about this product',
  noFiles: 'Files and pictures cannot be received. Please describe it in words.',
  rate: 'How was this conversation?',
  thanks: 'Thank you for rating.',
  failed: 'That did not work. Please try again in a moment.',
  ended: 'This conversation has ended. A message opens it again.',
  notes: { personWanted: 'You asked for a person', assistantBack: 'Back with the assistant', closed: 'Conversation ended', reopened: 'Conversation reopened', handedOver: 'Passing you to another colleague', agentJoined: 'A person has joined' },
  reasons: {
    asked: 'You asked for a person', anger: 'We are sorry. A person will take care of this', repeated: 'That did not help, so a person will answer',
    noEvidence: 'The assistant has nothing to go by, so a person will answer', legal: 'A person will answer this', health: 'Safety first: a person will answer this',
    payment: 'A person takes care of payments. Please do not send card numbers or passwords',
  },
  joined: name => `${name} has joined`,
  lookups: { productInfo: 'Product', reviewAnalysis: 'Reviews', stockCheck: 'Stock', recommendation: 'Recommended' },
  states: { found: '', empty: 'Nothing found', timedOut: 'Could not be checked in time', failed: 'Could not be checked' },
  writers: { embedded: 'Automatic answer', model: 'Written by AI' },
  authors: { customer: 'You', assistant: 'Assistant', agent: 'Support', system: 'Notice' },
  ends: { running: '', completed: '', stopped: 'Stopped here.', interrupted: 'The answer was cut off.', failed: 'This could not be answered.' },
  lines: { connecting: 'Connecting…', online: '', offline: 'You are offline. What you write is kept and sent when you are back.' },
  owners: { assistant: 'Answers right away', waiting: 'Waiting for a person', agent: 'Talking with a person', closed: 'Ended' },
  suggestions: ['Recommend earphones with long battery life', 'Waterproof earphones under ₩100,000?', 'Is SonicWave Pro 48 in stock?'],
  productSuggestions: ['What are the pros and cons?', 'Is it in stock, and when does it ship?', 'Recommend something similar'],
  lookingAt: name => `You are looking at ${name}`,
  about: name => `What about ${name}?`,
  source: mark => `Show source ${mark}`,
  stars: count => `${count} of 5 stars`,
  reviews: count => count === 1 ? '1 review' : `${count.toLocaleString('en')} reviews`,
  problem: p => p.code === 'tooLong' ? `A message has at most ${(p.limit ?? 2_000).toLocaleString('en')} characters. Please send it in parts.`
    : p.code === 'tooMany' ? `That was a little fast. It is sent in ${p.retryAfter ?? 2} s.`
      : 'It holds characters that cannot be sent. Please change it and send it again.',
  wait: ({ ahead, minutes }) => (ahead > 0 ? `${ahead} ${ahead === 1 ? 'customer is' : 'customers are'} ahead of you. ` : 'You are next. ')
    + (minutes === undefined ? 'How long it takes cannot be told yet.' : minutes < 1 ? 'It usually takes less than a minute.' : `It usually takes about ${Math.ceil(minutes)} min.`),
  pick: text => text.en || text.ko,
  time: instant => timeIn('en', instant),
};

function timeIn(code: string, instant: string): string {
  const at = new Date(instant);
  const isToday = at.toDateString() === new Date().toDateString();
  return at.toLocaleString(code, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
}

/** What a note tells. */
export const noteIn = (texts: Texts, { note, reason, agent }: Message): string =>
  reason ? texts.reasons[reason] : note === 'agentJoined' && agent ? texts.joined(agent) : note ? texts.notes[note] : '';

export const textsFor = (language: string): Texts => language.toLowerCase().startsWith('ko') ? korean : english;
