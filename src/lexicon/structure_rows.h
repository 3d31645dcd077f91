// The tables of the html, page and outline stages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao {

// html_marks.tsv: names of elements, comments and meta tags.
enum class HtmlMark : std::uint8_t {
  article,    // the element holds the article
  clutter,    // the element holds nothing of it: a share bar
  title,      // of the article
  published,  // the date of publication
  none,       // no known name
};
struct HtmlMarkRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  HtmlMark kind = HtmlMark::none;
};

// furniture.tsv: words of the page around the bulletin.
enum class Furniture : std::uint8_t {
  date,   // names the date of publication: 发布日期
  time,   // may name it: 时间, 日期
  clock,  // names another date: 今天是, 成文日期
  meta,   // stands in the line below the title: 浏览次数, 字号, 来源
  nav,    // navigation and breadcrumbs: 当前位置, 首页
  end,    // the bulletin is over: 上一篇, 版权所有, 打印本页
  drop,   // a line of its own anywhere: 扫一扫在手机打开当前页
};
struct FurnitureRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  Furniture kind = Furniture::meta;
};

// spam.tsv: words of link spam.
struct SpamRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  bool brand = true;  // false: a word that belongs to the spam only right beside a brand
};

// ordinals.tsv: what makes a number at the start of a line an ordinal.
enum class OrdinalWord : std::uint8_t {
  noun,    // after 第 and a number: 方面, 条
  work,    // the same, and the unit in which works are counted: 项, 件
  prefix,  // before a number: 其
  bullet,  // a mark without a number: ●
  dash,    // a mark that is no bullet where it stands alone: ——
};
struct OrdinalRow {
  static constexpr std::size_t columns = 2;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  OrdinalWord kind = OrdinalWord::noun;
  bool is_noun() const noexcept { return kind == OrdinalWord::noun || kind == OrdinalWord::work; }
};

// title_words.tsv: what bulletins are called.
struct TitleWordRow {
  static constexpr std::size_t columns = 3;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  int weight = 0;        // how much the word speaks for a title
  bool targets = false;  // and for a list of targets
};

// periods.tsv: parts of a year, as months.
struct PeriodRow {
  static constexpr std::size_t columns = 3;
  bool read(const std::vector<std::string_view>& cells, std::string& message);
  std::int8_t from = 1;
  std::int8_t to = 12;
};

}  // namespace gongbao
