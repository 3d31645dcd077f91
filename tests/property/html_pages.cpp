#include "property/html_pages.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace gongbao::tests {
namespace {

const std::vector<std::pair<std::string, std::string>> entities = {
    {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"“", "&ldquo;"}, {"”", "&#8221;"}, {"、", "&#x3001;"}};

std::string escaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto entity = std::find_if(entities.begin(), entities.end(),
                                     [&](const auto& e) { return text.substr(0, e.first.size()) == e.first; });
    out += entity == entities.end() ? std::string(text.substr(0, 1)) : entity->second;
    text.remove_prefix(entity == entities.end() ? 1 : entity->first.size());
  }
  return out;
}

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// As Word leaves it: every number in a span of its own, every third one cut in two.
std::string with_spans(std::string_view text) {
  std::string out;
  int numbers = 0;
  while (!text.empty()) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    if (length == 0) {
      std::size_t words = 0;
      while (words < text.size() && !is_digit(text[words])) ++words;
      out += escaped(text.substr(0, words));
      text.remove_prefix(words);
      continue;
    }
    const std::size_t in_span = ++numbers % 3 == 0 ? length - length / 2 : length;
    out += "<SPAN lang=EN-US style=\"mso-bidi-font-size:16pt\">" + std::string(text.substr(0, in_span)) + "</SPAN>" +
           std::string(text.substr(in_span, length - in_span));
    text.remove_prefix(length);
  }
  return out;
}

// A line's blanks at its beginning survive only as entities.
std::string line_html(std::string_view line) {
  std::string indent;
  while (!line.empty()) {
    const bool wide = line.substr(0, 3) == "　";
    if (!wide && line.front() != ' ') break;
    indent += wide ? "&emsp;" : "&nbsp;";
    line.remove_prefix(wide ? 3 : 1);
  }
  return indent + with_spans(line);
}

char border_of(std::string_view line) { return line.find('\t') != line.npos ? '\t' : '|'; }

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  const char border = border_of(line);
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(border, begin), line.size());
    std::string cell = line.substr(begin, end - begin);
    cell.erase(0, std::min(cell.find_first_not_of(" \r"), cell.size()));
    cell.erase(cell.find_last_not_of(" \r") + 1);
    cells.push_back(cell);
    begin = end + 1;
  }
  return cells;
}

bool is_row(const std::string& line) {
  return std::count(line.begin(), line.end(), '|') + std::count(line.begin(), line.end(), '\t') >= 2;
}

using Rows = std::vector<std::vector<std::string>>;

const std::string& cell_at(const Rows& rows, std::size_t row, std::size_t column) {
  static const std::string none;
  return column < rows[row].size() ? rows[row][column] : none;
}

// Headings in two rows, as text can draw them: the second has nothing below the first heading.
bool has_two_heading_rows(const Rows& rows) {
  return rows.size() > 2 && rows[1].front().empty() && !rows[0].front().empty() &&
         std::none_of(rows[1].begin(), rows[1].end(), [](const std::string& cell) {
           return !cell.empty() &&
                  std::all_of(cell.begin(), cell.end(), [](char c) { return c > 0 && !std::isalpha(c); });
         });
}

bool is_number(const std::string& cell) { return !cell.empty() && std::all_of(cell.begin(), cell.end(), is_digit); }

// A cell that goes on in the rows below is drawn once: 就业 | 1 | …, then 2 | …
std::size_t rows_of_first_cell(const Rows& rows, std::size_t row, std::size_t width) {
  std::size_t count = 1;
  if (rows[row].size() != width || width < 3 || !is_number(rows[row][1])) return count;
  const auto goes_on = [&](const std::vector<std::string>& cells) {
    return cells.size() == width - 1 && is_number(cells.front());
  };
  while (row + count < rows.size() && goes_on(rows[row + count])) ++count;
  return count;
}

std::string table_html(const std::vector<std::string>& lines) {
  Rows rows;
  std::size_t width = 0;
  for (const std::string& line : lines) {
    rows.push_back(cells_of(line));
    width = std::max(width, rows.back().size());
  }
  const bool two = has_two_heading_rows(rows);
  std::string out = "<table border=1 cellspacing=0><tbody>\n";
  std::size_t continued = 0;  // rows that the first cell of a row above goes on in
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out += "<tr>";
    const std::size_t cells = continued > 0 ? width - 1 : width;
    if (continued > 0) --continued;
    for (std::size_t c = 0; c < cells; ++c) {
      const std::string& cell = cell_at(rows, r, c);
      std::string spans;
      if (rows[r].size() == 1) {  // it names the rows below
        out += "<td colspan=" + std::to_string(width) + ">" + with_spans(cell);
        break;
      }
      if (const std::size_t covered = rows_of_first_cell(rows, r, width); c == 0 && covered > 1) {
        spans = " rowspan=" + std::to_string(covered);
        continued = covered - 1;
      }
      if (two && r == 0) {
        std::size_t columns = 1;
        while (c + columns < width && cell_at(rows, 0, c + columns).empty() && !cell_at(rows, 1, c + columns).empty())
          ++columns;
        if (columns > 1) spans = " colspan=" + std::to_string(columns);
        if (cell_at(rows, 1, c).empty()) spans = " rowspan=\"2\"";
        c += columns - 1;
      }
      if (two && r == 1 && cell.empty()) continue;
      out += "<td" + spans + "><p>" + with_spans(cell) + "</p>";  // </td> may be left out
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table>\n";
}

using Paragraph = std::string (*)(const std::string& line, std::size_t index);

// A few words between a row and a row of figures.
bool names_rows(const std::vector<std::string>& lines, std::size_t i) {
  constexpr std::size_t longest = 60;  // bytes
  return i + 1 < lines.size() && !lines[i].empty() && lines[i].size() <= longest && is_row(lines[i + 1]) &&
         std::any_of(lines[i + 1].begin(), lines[i + 1].end(), is_digit);
}

// The lines as paragraphs, those of a table as a table.
std::string body_html(const std::vector<std::string>& lines, Paragraph paragraph) {
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::string> rows;
    while (i < lines.size() && (is_row(lines[i]) || (!rows.empty() && names_rows(lines, i))))
      rows.push_back(lines[i++]);
    if (rows.size() > 1) out += table_html(rows);
    if (rows.size() == 1) out += paragraph(rows.front(), i);
    if (i < lines.size()) out += paragraph(lines[i], i);
  }
  return out;
}

// How the paragraphs of a template are written, by its name for it.
const std::pair<const char*, Paragraph> paragraphs[] = {
    {"p", [](const std::string& line, std::size_t) { return "<p>" + line_html(line) + "</p>\n"; }},
    {"div", [](const std::string& line, std::size_t) { return "<div>" + line_html(line) + "</div>\n"; }},
    {"br", [](const std::string& line, std::size_t) { return line_html(line) + "<br>\n"; }},
    {"dd", [](const std::string& line, std::size_t) { return "<dd>" + line_html(line) + "</dd>\n"; }},
    {"section",
     [](const std::string& line, std::size_t) {
       return "<section style=\"margin:0 8px\"><span style=\"font-size:15px;\"><span leaf=\"\">" + line_html(line) +
              "</span></span></section>\n";
     }},
    {"font", [](const std::string& line,
                std::size_t) { return "<P><FONT size=3 face=宋体>" + line_html(line) + "</FONT></P>\n"; }},
    {"word",
     [](const std::string& line, std::size_t) {
       return "<p class=MsoNormal style='text-indent:32.0pt'><span\nstyle='font-size:16.0pt;font-family:仿宋_GB2312'>" +
              line_html(line) + "<span lang=EN-US><o:p></o:p></span></span></p>\n\n";
     }},
};

std::string published(const Document& plain) {
  return plain.published ? plain.published->to_string() + " 09:30" : std::string();
}

const char* const related =
    "<div class=\"xg\"><h3>相关阅读</h3><ul><li><a href=\"1.htm\">2020年民生实事全部完成，新增学位1,200个</a></li>\n"
    "<li>· <a href=\"2.htm\">关于2021年民生实事的解读：投资3.2亿元</a> <span>2021-02-03</span></li></ul></div>\n";

const char* const footer =
    "<p>主办：某某县人民政府办公室&nbsp;&nbsp;承办：某某县大数据中心&nbsp;&nbsp;联系电话：0519-88120000</p>\n"
    "<p><a href=\"https://beian.miit.gov.cn\">苏ICP备05000000号-1</a> 网站标识码：3204000001</p>\n";

std::string meta_tags(const Document& plain) {
  return "<meta name=\"SiteName\" content=\"某某县人民政府\"/><meta name=\"ArticleTitle\" content=\"" +
         escaped(plain.title) + "\"/><meta name=\"PubDate\" content=\"" + published(plain) +
         "\"/><meta name=\"Description\" content=\"截至去年年底，新增就业9,999人\"/>";
}

// 拓尔思: an editor's container by its class, markup from Word.
std::string trs(const std::vector<std::string>& lines, const Document& plain) {
  return "<!DOCTYPE html>\n<html>\n<head>" + meta_tags(plain) + "<title>" + escaped(plain.title) +
         "_某某县人民政府</title><style>.TRS_Editor p{line-height:2}</style><script>var t='完成12所';</script></head>\n"
         "<body><div class=header><a href=/>首页</a> | <a href=/a/>政务公开</a> | <a href=/b/>办事服务</a></div>\n"
         "<div class=\"view TRS_UEDITOR\"><div class=\"Custom_UnionStyle\">" +
         body_html(lines,
                   [](const std::string& line, std::size_t) {
                     return "<p class=\"MsoNormal\" style=\"text-indent:32pt\"><span style=\"font-family:仿宋\">" +
                            line_html(line) + "<span lang=\"EN-US\"><o:p></o:p></span></span></p>\n";
                   }) +
         "<p style=\"display:none\">（待核）新增就业8,888人</p></div></div>\n" + related +
         "<div class=\"bdsharebuttonbox\"><span>分享到：</span><a class=bds_weixin href=#>微信</a></div>" + footer +
         "</body></html>";
}

// 大汉: a page laid out with tables, its article between comments, upper case and unquoted attributes.
std::string hanweb(const std::vector<std::string>& lines, const Document& plain) {
  return "<HTML><HEAD><TITLE>" + escaped(plain.title) + "</TITLE>" + meta_tags(plain) +
         "</HEAD><BODY><TABLE width=980 align=center><TR><TD><IMG src=logo.jpg>\n"
         "<TR><TD><A href=/>首页</A> <A href=/col/>信息公开</A> <A href=/zt/>专题</A>\n"
         "<TR><TD><TABLE width=100%><TR><TD id=zoom><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin-->"
         "<meta name=\"ContentStart\">" +
         body_html(lines,
                   [](const std::string& line, std::size_t i) {
                     return (i % 2 == 0 ? "<P>" : "<DIV align=justify>") + line_html(line) +
                            (i % 2 == 0 ? "\n" : "</DIV>\n");
                   }) +
         "<!--ZJEG_RSS.content.end--><!--<$[信息内容]>end-->\n<TR><TD>【<A "
         "href=javascript:print()>打印本页</A>】</TABLE>" +
         related + "<TR><TD>" + footer + "</TABLE></BODY></HTML>";
}

// 博达: the page ends early and goes on; a form around all.
std::string vsb(const std::vector<std::string>& lines, const Document& plain) {
  return "\xEF\xBB\xBF<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
         "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n<html><head><title>" +
         escaped(plain.title) + "-某某县人民政府</title>" + meta_tags(plain) +
         "</head><body><ul><li><a href=a.htm>网站首页</a></li><li><a href=b.htm>走进某某</a></li></ul></body></html>\n"
         "<form name=_newscontent_fromname><div id=\"vsb_content\" class=\"content\"><div class=\"v_news_content\">" +
         body_html(lines,
                   [](const std::string& line, std::size_t i) {
                     return "<p style=\"line-height:2em\"><font face=宋体><b></b>" + line_html(line) +
                            (i % 5 == 0 ? "</font></p><!-- 旧稿：完成7,777人 -->\n" : "</font>\n");
                   }) +
         "</div></div><p>上一条：<a href=1.htm>关于举办培训班的通知</a></p><p>下一条：<a "
         "href=2.htm>一图读懂</a></p></form>" +
         related + footer + "</body></html>";
}

// No system we know: nothing marks the article, <br> divides its lines.
std::string unknown(const std::vector<std::string>& lines, const Document& plain) {
  return "<html><head><title>某某网</title>" + (plain.title.empty() ? "" : meta_tags(plain)) +
         "</head><body><div class=a1><div class=b7><nav><a href=/>首页</a><a href=/x>新闻</a></nav>"
         "<a href=/1>要闻</a> <a href=/2>公告</a> <a href=/3>专题</a></div>\n<div class=c3><div class=d9>" +
         body_html(lines, [](const std::string& line, std::size_t) { return line_html(line) + "<br/>\n"; }) +
         "</div></div>\n" + related + "<div class=e2>" + footer + "</div></div></body></html>";
}

std::string number_of(const std::optional<std::uint32_t>& index) { return index ? std::to_string(*index) : "-"; }

std::string words(const Document& document, Span span) { return shown(document.text(span)); }

}  // namespace

const std::vector<Skeleton>& skeletons() {
  static const std::vector<Skeleton> all = {{"Trs", trs}, {"Hanweb", hanweb}, {"Vsb", vsb}, {"Unknown", unknown}};
  return all;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line(text.substr(0, end));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string page_of_template(std::string page, std::string_view text, const Document& plain) {
  const auto put = [&](const std::string& name, const std::string& words) {
    for (std::size_t at = page.find(name); at != page.npos; at = page.find(name, at + words.size()))
      page.replace(at, name.size(), words);
  };
  std::vector<std::string> lines = lines_of(text);
  const auto is_title = [&](const std::string& line) {
    return !plain.title.empty() && shown(line) == shown(plain.title);
  };
  // The page has a place of its own for the title, and its own menus above it.
  if (const auto title = std::find_if(lines.begin(), lines.end(), is_title); title != lines.end())
    lines.erase(lines.begin(), title + 1);
  for (const auto& [style, paragraph] : paragraphs) {
    const std::string name = "{{body:" + std::string(style) + "}}";
    if (page.find(name) != page.npos) put(name, body_html(lines, paragraph));
  }
  put("{{title}}", escaped(plain.title));
  put("{{date}}", plain.published ? plain.published->to_string() : "");
  return page;
}

std::string html_page(const Skeleton& skeleton, std::string_view text, const Document& plain,
                      const std::string& label) {
  const std::vector<std::string> lines = lines_of(text);
  std::string page = skeleton.page(lines, plain);
  if (label.empty()) return page;
  const std::size_t head = std::min(page.find("<head>"), page.find("<HEAD>")) + std::string_view("<head>").size();
  return page.insert(head, "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + label + "\">");
}

std::string shown(std::string_view html) {
  static const std::vector<std::string> unseen = {"&nbsp;", "&emsp;", "\xC2\xA0", "\xE2\x80\x83", "　", " ",
                                                  "\n",     "\t",     "|"};
  std::string out;
  while (!html.empty()) {
    const auto stands_here = [&](const std::string& words) { return html.substr(0, words.size()) == words; };
    const auto entity =
        std::find_if(entities.begin(), entities.end(), [&](const auto& e) { return stands_here(e.second); });
    const auto blank = std::find_if(unseen.begin(), unseen.end(), stands_here);
    std::size_t length = 1;
    if (html.front() == '<') {
      length = std::min(html.find('>'), html.size() - 1) + 1;
    } else if (entity != entities.end()) {
      out += entity->first;
      length = entity->second.size();
    } else if (blank != unseen.end()) {
      length = blank->size();
    } else {
      out += html.front();
    }
    html.remove_prefix(length);
  }
  return out;
}

std::string shown_of(const Document& document) {
  std::string out = "title " + shown(document.title) + "\n";
  out += "published " + (document.published ? document.published->to_string() : "-") + "\n";
  if (document.period)
    out += "period " + document.period->from.to_string() + " " + document.period->to.to_string() + "\n";
  for (const Section& section : document.sections)
    out += "section " + section.label + " " + shown(section.title) + "\n";
  for (const Item& item : document.items) {
    out += "item " + number_of(item.section) + " " + item.label + " " + words(document, item.span).substr(0, 48) + "\n";
  }
  for (const Record& record : document.records) {
    out += "record " + number_of(record.item) + " " + std::string(name(record.role)) + " " +
           std::string(name(record.bound)) + " " + record.value.to_string() +
           (record.high ? ".." + record.high->to_string() : "") + " " + record.unit + " [" + shown(record.indicator) +
           "] " + words(document, record.span) + "\n";
  }
  for (const Pair& pair : document.pairs) {
    out += "pair " + std::to_string(pair.target) + " " + std::to_string(pair.achievement) + " " +
           (pair.ratio ? pair.ratio->to_string() : "-") + "\n";
  }
  return out;
}

}  // namespace gongbao::tests
