#include "role/indicator.h"

#include <algorithm>

#include "role/indicator_heading.h"
#include "role/indicator_order.h"
#include "role/indicator_phrase.h"
#include "role/indicator_pieces.h"
#include "text/fold.h"

namespace gongbao {
namespace {

using Word = IndicatorWord;
using TokenSign = IndicatorSign;
using Tokens = std::vector<IndicatorToken>;

constexpr std::size_t longest_indicator = 20;  // characters
constexpr std::size_t farthest = 48;           // quantities that are looked back for a noun
constexpr std::size_t longest_local = 16;      // characters before a colon that name what follows
constexpr std::size_t longest_phrase = 64;     // tokens

using Words = IndicatorWords;
using Said = IndicatorSaid;

enum class Separator : std::uint8_t { clause, list, bracket, after_bracket, none };

// Belongs to the noun after it, of which something else is counted: 65周岁以上老人, 66千伏变电所.
bool is_aside(Dimension d) noexcept { return d == Dimension::age || d == Dimension::physical; }
bool counts(Dimension d) noexcept { return d <= Dimension::mass; }

}  // namespace

class IndicatorFinder::Finder {
 public:
  Finder(std::string_view text, const BodyWords& words)
      : text_(text),
        chars_(words.body),
        words_(words.indicator_words),
        tokenizer_(words),
        pieces_(words),
        heading_(chars_, tokenizer_, pieces_),
        order_(tokens_, saids_, heading_, pieces_) {
    constexpr std::size_t usual_paragraph = 200;  // tokens
    constexpr std::size_t usual_phrase = 16;
    tokens_.reserve(usual_paragraph);
    before_.kept.reserve(usual_phrase);
    after_.kept.reserve(usual_phrase);
    saids_.reserve(usual_phrase);
  }

  void find(Range paragraph, Range heading, std::span<const Quantity> quantities, std::vector<Indicator>& indicators);

 private:
  void begin(Range heading, std::span<const Quantity> quantities);
  void see_mark(std::size_t t);
  void see_quantity(std::size_t t);
  std::size_t read_after(std::size_t t);
  bool takes_after(const Said& said) const noexcept;

  std::size_t say(Said& said, std::size_t t, std::size_t after_end);
  std::size_t second_phrase(std::size_t begin, std::size_t end) const noexcept;
  void say_anything(Said& said);
  Words verb_for_after(const Said& said);
  void say_after(Said& said);
  void say_before(Said& said);
  void say_relation(Said& said);
  bool say_bracket(Said& said);
  void say_nothing(Said& said);
  void say_verbs(Said& said, Words verbs, bool stage);
  void share(Said& said);
  bool say_ordered(Said& said, std::size_t t);

  // Those words may be used up already, by a quantity before: begin > end.
  IndicatorTokens tokens(std::size_t begin, std::size_t end) const noexcept {
    return IndicatorTokens(tokens_).subspan(begin, end - std::min(begin, end));
  }
  const Said* previous() const noexcept {
    const std::size_t first = saids_.size() > farthest ? saids_.size() - farthest : 0;
    for (std::size_t i = saids_.size(); i-- > first;) {
      if (!is_aside(saids_[i].dimension)) return &saids_[i];
    }
    return nullptr;
  }
  const Said* noun_for(const Said& said);
  const Said* base_for(const Said& said);
  bool is_work(const Said& said) const noexcept {
    const std::uint32_t end = quantities_[said.index].range.end;
    const auto unit = words_.longest(end - 1, end);
    return unit && unit->kind == Word::work;
  }
  // Whether b may leave out the noun of a.
  static bool alike(const Said& a, const Said& b) noexcept {
    return (!a.inside || b.inside) && a.dimension == b.dimension && (a.unit == b.unit || !counts(a.dimension));
  }

  std::string_view text_;
  const Chars& chars_;
  const Hits<IndicatorWordRow>& words_;
  std::span<const Quantity> quantities_;

  IndicatorTokenizer tokenizer_;
  Tokens tokens_;
  IndicatorPieces pieces_;
  IndicatorHeading heading_;
  std::vector<Said> saids_;
  IndicatorOrder order_;
  std::vector<std::size_t> open_;  // for each open bracket the quantity before it
  Words bracket_phrase_;           // the words of the clause a bracket stands in
  bool bracket_relation_ = false;  // the words compare with what was counted before
  Words any_;                      // a word of the paragraph
  Words local_;                    // the words before a colon

  IndicatorPhrase before_;
  IndicatorPhrase after_;
  TokenSign after_end_ = TokenSign::sentence;
  bool after_of_ = false;         // 的 stands behind the quantity
  std::size_t begin_ = 0;         // first token of the words before the next quantity
  std::size_t behind_order_ = 0;  // the token behind the last word of order (分别); 0: there was none
  Separator separator_ = Separator::clause;
  std::uint32_t sentence_ = 0;
};

void IndicatorFinder::Finder::begin(Range heading, std::span<const Quantity> quantities) {
  heading_.begin(heading);
  quantities_ = quantities;
  saids_.clear();
  order_.close();
  open_.clear();
  bracket_phrase_ = any_ = local_ = {};
  bracket_relation_ = after_of_ = false;
  after_end_ = TokenSign::sentence;
  begin_ = behind_order_ = 0;
  separator_ = Separator::clause;
  sentence_ = 0;
}

void IndicatorFinder::Finder::find(Range paragraph, Range heading, std::span<const Quantity> quantities,
                                   std::vector<Indicator>& indicators) {
  indicators.clear();
  indicators.resize(quantities.size());
  if (quantities.empty()) return;
  begin(heading, quantities);
  tokenizer_.read(paragraph, quantities, tokens_);
  if (const std::size_t word = tokenizer_.first_word(); word < tokens_.size()) any_ = pieces_.add(tokens_[word]);
  for (std::size_t t = 0; t < tokens_.size(); ++t) {
    const IndicatorToken token = tokens_[t];
    if (token.is(TokenSign::quantity)) {
      see_quantity(t);
    } else if (!token.is(TokenSign::word)) {
      see_mark(t);
    } else if (token.is(Word::order)) {
      behind_order_ = t + 1;
    } else if (token.is(Word::joint) && begin_ == t && t > 0 && separator_ == Separator::none) {
      separator_ = Separator::list;
      begin_ = t + 1;
    }
  }
  for (const Said& said : saids_) pieces_.write(said.whole, text_, longest_indicator, indicators[said.index]);
}

namespace {

// Whether only filler words stand between the last phrase boundary and t.
bool only_fillers(const Tokens& tokens, std::size_t begin, std::size_t t) noexcept {
  for (std::size_t i = begin; i < t; ++i) {
    if (!tokens[i].is_any(one_of(Word::drop, Word::edge))) return false;
  }
  return true;
}

}  // namespace

void IndicatorFinder::Finder::see_mark(std::size_t t) {
  const IndicatorToken& token = tokens_[t];
  const std::size_t first = std::max(begin_, t - std::min(t, longest_phrase));
  if (token.is(TokenSign::enumeration)) {
    const bool beside = separator_ == Separator::none || separator_ == Separator::after_bracket;
    if (!beside || !only_fillers(tokens_, begin_, t)) return;
    separator_ = Separator::list;
  } else if (token.is(TokenSign::open)) {
    read_phrase_before(tokens(first, t), Dimension::things, before_);
    bracket_relation_ = before_.relation;
    bracket_phrase_ = pieces_.add(before_.words);
    open_.push_back(saids_.size());
    separator_ = Separator::bracket;
  } else if (token.is(TokenSign::close)) {
    if (!open_.empty()) open_.pop_back();
    separator_ = Separator::after_bracket;
  } else if (token.is(TokenSign::colon)) {
    read_phrase_before(tokens(first, t), Dimension::things, before_);
    const bool names =
        separator_ != Separator::none && !before_.empty() && !before_.of && characters(before_.words) <= longest_local;
    local_ = names ? pieces_.add(before_.words) : Words{};
    separator_ = Separator::clause;
  } else {
    if (token.is(TokenSign::sentence)) {
      ++sentence_;
      local_ = {};
    }
    separator_ = Separator::clause;
  }
  begin_ = t + 1;
}

std::size_t IndicatorFinder::Finder::read_after(std::size_t t) {
  std::size_t begin = t + 1;
  while (begin < tokens_.size() && tokens_[begin].is(Word::drop)) ++begin;
  after_of_ = begin < tokens_.size() && tokens_[begin].is(Word::of);
  std::size_t end = begin;
  const std::size_t limit = std::min(tokens_.size(), begin + longest_phrase);
  for (; end < limit; ++end) {
    const IndicatorToken& token = tokens_[end];
    if (token.is(TokenSign::quantity)) {
      if (!is_aside(quantities_[token.index].dimension)) break;
    } else if (!token.is(TokenSign::word) || token.is(Word::stop)) {
      break;
    }
  }
  after_end_ = end < tokens_.size() && !tokens_[end].is(TokenSign::word) ? tokens_[end].sign : TokenSign::sentence;
  read_phrase_after(tokens(begin, end), after_);
  return end;
}

// Whether the words after the quantity name what is counted.
bool IndicatorFinder::Finder::takes_after(const Said& said) const noexcept {
  if (after_.empty()) return false;
  const IndicatorToken& first = after_.words.front();
  const bool noun = first.is(Word::noun) || first.is(Word::goal);
  if (first.is(Word::goal) && after_.of) return false;
  if (after_of_)
    return noun && after_end_ != TokenSign::enumeration && before_.verbs_only() && counts(said.dimension) &&
           after_end_ != TokenSign::quantity;
  if (before_.relation || before_.change) return false;
  if (before_.empty())
    return (noun || is_action(first) || first.is(Word::bound)) && (noun || after_end_ != TokenSign::quantity);
  if (!noun) return false;
  if (after_.adverb && (before_.of ? before_.has_verbs() : !before_.etc)) return false;  // 没有办结的9项大多进入…
  if (before_.verbs_only() || before_.etc || before_.of) return true;
  return counts(said.dimension) && after_end_ != TokenSign::quantity &&
         (before_.trail > 0 || before_.list || !before_.has_verbs());
}

void IndicatorFinder::Finder::see_quantity(std::size_t t) {
  const Quantity& quantity = quantities_[tokens_[t].index];
  begin_ = std::max(begin_, t - std::min(t, longest_phrase));
  Said said;
  said.index = tokens_[t].index;
  said.sentence = sentence_;
  said.inside = !open_.empty();
  said.dimension = quantity.dimension;
  said.unit = chars_[quantity.range.end - 1];
  const std::size_t after_end = read_after(t);
  const std::size_t next = say_ordered(said, t) ? t + 1 : say(said, t, after_end);
  if (said.whole.empty()) say_anything(said);
  if (said.base.empty()) said.base = said.whole;
  saids_.push_back(said);
  if (is_aside(quantity.dimension)) return;
  begin_ = next;
  separator_ = Separator::none;
}

// Returns where the words of the next quantity begin.
std::size_t IndicatorFinder::Finder::say(Said& said, std::size_t t, std::size_t after_end) {
  read_phrase_before(tokens(begin_, t), said.dimension, before_);
  if (takes_after(said)) {
    const bool shared = after_end_ == TokenSign::quantity;
    if (shared && after_.words.size() > 1 && after_.words.back().is(Word::effect))
      after_.words = after_.words.first(after_.words.size() - 1);
    say_after(said);
    return shared ? second_phrase(t + 1, after_end) : after_end;
  }
  if (before_.relation)
    say_relation(said);
  else if (before_.empty())
    say_nothing(said);
  else
    say_before(said);
  return t + 1;
}

// Between two quantities: 12所|小学|配上课椅|1.6万套. The second has the words from the verb on, or all of them.
std::size_t IndicatorFinder::Finder::second_phrase(std::size_t begin, std::size_t end) const noexcept {
  std::size_t verb = begin;
  while (verb < end && !(is_action(tokens_[verb]) && tokens_[verb].range.size() > 1)) ++verb;
  const bool splits = verb + 1 < end || (verb < end && tokens_[verb].is(Word::effect));
  return splits ? verb : begin;
}

// Where nothing else is known: the words after the number, what was said before, the heading, the paragraph's words.
void IndicatorFinder::Finder::say_anything(Said& said) {
  if (!after_.empty())
    said.whole = pieces_.add(after_.words);
  else if (const Said* last = previous(); last != nullptr && !last->whole.empty())
    said.whole = last->whole;
  else if (!heading_.empty())
    said.whole = heading_.phrases().front().whole;
  if (said.whole.empty()) said.whole = any_;
}

// The verb before the number that goes with the noun after it: 牵头|组建|2个医共体.
Words IndicatorFinder::Finder::verb_for_after(const Said& said) {
  const IndicatorTokens words = before_.words;
  if (before_.verbs_only()) return pieces_.add(words);
  if (before_.trail > 0 && !before_.of) {
    const IndicatorTokens verbs = words.last(before_.trail);
    const bool weak = characters(verbs) == 1;
    return pieces_.add(weak ? words : verbs);
  }
  if (before_.etc || before_.list) return pieces_.add(words.first(before_.lead));
  const Said* last = previous();
  const bool listed = words.empty() && !before_.prep && separator_ == Separator::list;
  const bool shares = listed && last != nullptr && last->sentence == said.sentence && counts(said.dimension);
  return shares ? last->prefix : Words{};
}

void IndicatorFinder::Finder::say_after(Said& said) {
  const IndicatorTokens words = after_.words;
  const auto acts = [](const IndicatorToken& word) { return is_action(word); };
  const auto names = [](const IndicatorToken& word) { return word.is(Word::noun) || word.is(Word::goal); };
  const bool clause = std::any_of(words.begin() + 1, words.end(), acts);
  if (!clause) said.prefix = verb_for_after(said);
  const Words whole = pieces_.add(words);
  said.whole = pieces_.join(said.prefix, whole);
  const auto nouns = std::find_if(words.begin(), words.end(), acts) - words.begin();
  said.noun = {whole.begin, whole.begin + static_cast<std::uint32_t>(nouns)};
  if (std::none_of(words.begin(), words.end(), names) && !is_work(said)) say_verbs(said, whole, true);
}

void IndicatorFinder::Finder::say_before(Said& said) {
  const IndicatorTokens words = before_.words;
  if (before_.verbs_only()) {
    const Words verbs = pieces_.add(words);
    const bool enough = words.back().is(Word::effect) || (is_work(said) && separator_ != Separator::none);
    if (!enough) return say_verbs(said, verbs, words.back().is(Word::stage));
    said.whole = said.prefix = verbs;
    return;
  }
  said.whole = pieces_.add(words);
  said.noun = {said.whole.begin + static_cast<std::uint32_t>(before_.lead),
               said.whole.end - static_cast<std::uint32_t>(before_.trail)};
  said.prefix = {said.whole.begin, said.noun.begin};
  said.suffix = {said.noun.end, said.whole.end};
  said.stage = before_.trail > 0 && words.back().is(Word::stage);
  if (!before_.has_verbs()) share(said);
}

// A list leaves out what its members share: 新建幼儿园3所、小学2所; 增加学位5400个(幼儿园1620个、小学2430个).
void IndicatorFinder::Finder::share(Said& said) {
  const Said* last = previous();
  if (last == nullptr || last->relation || last->sentence != said.sentence) return;
  const bool part = before_.part || separator_ == Separator::bracket;
  if (separator_ == Separator::bracket) {
    if (!bracket_phrase_.empty()) {  // 住院楼(地上12层…)
      said.prefix = bracket_phrase_;
      said.whole = pieces_.join(said.prefix, said.noun);
      return;
    }
    if (!open_.empty() && open_.back() > 0) last = &saids_[open_.back() - 1];
  }
  const bool fits = alike(*last, said) || (!part && counts(last->dimension) && counts(said.dimension));
  if (!fits || !(part || separator_ == Separator::list)) return;
  for (const IndicatorToken& word : before_.words) {
    if (is_action(word) || word.is(Word::rate)) return;
  }
  if (!part) {
    said.prefix = last->prefix;
    said.suffix = last->stage ? last->suffix : Words{};
    said.stage = last->stage;
  } else if (pieces_.ends_alike(said.noun, last->noun.empty() ? last->whole : last->noun)) {
    said.prefix = last->prefix;
  } else if (said.dimension != Dimension::money && !(last->prefix.empty() && last->suffix.empty())) {
    said.suffix = last->whole;
    said.stage = true;
  }
  said.whole = pieces_.join(said.prefix, said.noun, said.suffix);
}

const Said* IndicatorFinder::Finder::noun_for(const Said& said) {
  const std::size_t first = saids_.size() > farthest ? saids_.size() - farthest : 0;
  for (std::size_t i = saids_.size(); i-- > first;) {
    if (saids_[i].sentence == said.sentence && alike(saids_[i], said) && !saids_[i].noun.empty()) return &saids_[i];
  }
  if (const Said* heading = heading_.with_unit(said.unit)) return heading;
  for (std::size_t i = saids_.size(); i-- > first;) {
    if (alike(saids_[i], said) && !saids_[i].noun.empty()) return &saids_[i];
  }
  if (!counts(said.dimension) && (heading_.counts() || !before_.verbs_only() || !before_.words.back().is(Word::verb))) {
    return nullptr;
  }
  return heading_.names_one() ? &heading_.phrases().front() : nullptr;
}

// Only a verb or a stage: 建成5所. The noun comes from before.
void IndicatorFinder::Finder::say_verbs(Said& said, Words verbs, bool stage) {
  const bool rate = said.dimension == Dimension::share;
  if (rate && verbs.end - verbs.begin > 1) {  // 装修完成65%
    said.whole = said.suffix = verbs;
    return;
  }
  Words noun = local_;
  if (noun.empty()) {
    const Said* from = rate ? base_for(said) : noun_for(said);
    if (from != nullptr) noun = rate ? from->base : from->noun;
  }
  if (pieces_.contains(noun, verbs)) verbs = {};
  said.noun = noun;
  (stage ? said.suffix : said.prefix) = verbs;
  said.stage = stage;
  said.whole = pieces_.join(said.prefix, said.noun, said.suffix);
}

const Said* IndicatorFinder::Finder::base_for(const Said& said) {
  if (!open_.empty() && open_.back() > 0 && open_.back() == saids_.size()) return &saids_.back();
  if (!saids_.empty() && saids_.back().sentence == said.sentence) return &saids_.back();
  if (!heading_.empty()) return &heading_.phrases().front();
  return previous();
}

// 占任务的58%, 同比增长5%, 完成率62%: what was counted before, compared.
void IndicatorFinder::Finder::say_relation(Said& said) {
  said.relation = true;
  const Words words = pieces_.add(before_.words);
  const Said* from = base_for(said);
  const bool complete = !before_.empty() && before_.words.front().is(Word::noun);
  if (complete || from == nullptr) {
    said.whole = words;
    return;
  }
  if (after_of_ && after_end_ == TokenSign::quantity) {  // 占年度计划投资4.7亿元的82%: the plan itself
    said.whole = words;
    said.base = pieces_.join(from->base, words);
    return;
  }
  said.base = from->base;
  said.whole = pieces_.join(from->base, words);
}

// A number in a bracket, or after one: 溪北水厂（3万吨/日）, 比任务数（1.2万人）, 完成计划（60座）的113%.
bool IndicatorFinder::Finder::say_bracket(Said& said) {
  if (bracket_phrase_.empty()) return false;
  const Said* last = previous();
  if (separator_ == Separator::bracket) {
    const bool compares = bracket_relation_ && last != nullptr;
    said.whole = compares ? pieces_.join(last->base, bracket_phrase_) : bracket_phrase_;
    said.noun = said.whole;
    if (compares) said.base = last->base;
    return true;
  }
  if (separator_ != Separator::after_bracket || !before_.of || last == nullptr || last->sentence != said.sentence) {
    return false;
  }
  said.base = saids_.size() > 1 ? saids_[saids_.size() - 2].base : last->base;
  said.whole = pieces_.join(said.base, bracket_phrase_);
  return true;
}

// No word of its own: what was said before, or the heading.
void IndicatorFinder::Finder::say_nothing(Said& said) {
  if (say_bracket(said)) return;
  const Said* last = previous();
  const bool follows = last != nullptr && last->sentence == said.sentence;
  if (separator_ == Separator::bracket && !open_.empty() && open_.back() > 0) last = &saids_[open_.back() - 1];
  const bool beside = separator_ == Separator::none || separator_ == Separator::list ||
                      separator_ == Separator::bracket || separator_ == Separator::after_bracket;
  const Said* from = nullptr;
  if (before_.change || before_.of || (beside && follows)) from = last;
  if (from == nullptr && !local_.empty()) {
    said.noun = said.whole = local_;
    return;
  }
  if (from == nullptr) from = noun_for(said);
  if (from == nullptr) from = last;
  if (from == nullptr && !heading_.empty()) from = &heading_.phrases().front();
  if (from == nullptr) return;
  const bool whole = from == last && beside;
  said.prefix = from->prefix;
  said.noun = from->noun;
  said.suffix = whole ? from->suffix : Words{};
  said.whole =
      before_.change || whole || said.noun.empty() ? from->base : pieces_.join(said.prefix, said.noun, said.suffix);
}

// The numbers after 分别 answer those before in their order, or the nouns of its subject.
bool IndicatorFinder::Finder::say_ordered(Said& said, std::size_t t) {
  const bool follows = separator_ == Separator::list && only_fillers(tokens_, begin_, t);
  if (!follows) {
    order_.close();
    if (behind_order_ <= begin_ || !order_.open(begin_, behind_order_ - 1, t, sentence_)) return false;
  }
  const auto answer = order_.next();
  if (!answer) return false;
  said.base = answer->base;
  said.whole = answer->whole;
  return true;
}

IndicatorFinder::IndicatorFinder(std::string_view text, const BodyWords& words)
    : finder_(std::make_unique<Finder>(text, words)) {}

IndicatorFinder::~IndicatorFinder() = default;

void IndicatorFinder::find(Range paragraph, Range heading, std::span<const Quantity> quantities,
                           std::vector<Indicator>& indicators) {
  finder_->find(paragraph, heading, quantities, indicators);
}

}  // namespace gongbao
