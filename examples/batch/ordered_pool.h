// Work on many things at once, with the results in the order of what went in.
//
// One thread pushes, `jobs` threads work, one thread consumes, in order. What is under way, from push() until it was
// consumed, is bounded by number and by weight, so a slow consumer slows the pusher. What `work` or `consume` throws
// stops the pool and is thrown again by the next push() or by finish().
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

struct PoolLimits {
  unsigned jobs = 1;
  std::size_t things = 64;
  std::size_t weight = std::size_t{16} << 20;  // one thing alone may weigh more
};

template <typename In, typename Out>
class OrderedPool {
 public:
  using Work = std::function<Out(In&&)>;
  using Consume = std::function<void(Out&&)>;

  OrderedPool(const PoolLimits& limits, Work work, Consume consume)
      : limits_(limits), work_(std::move(work)), consume_(std::move(consume)) {
    for (unsigned i = 0; i < limits_.jobs; ++i) threads_.emplace_back([this] { guard(&OrderedPool::work_all); });
    threads_.emplace_back([this] { guard(&OrderedPool::consume_all); });
  }
  ~OrderedPool() { stop(nullptr); }
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  void push(In in, std::size_t weight) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] {
      return stopped_ || slots_.empty() || (slots_.size() < limits_.things && weight_ + weight <= limits_.weight);
    });
    if (error_) std::rethrow_exception(error_);
    slots_.push_back({std::move(in), {}, weight});
    weight_ += weight;
    lock.unlock();
    todo_.notify_one();
  }

  // Waits until all is consumed.
  void finish() {
    {
      std::unique_lock lock(mutex_);
      ended_ = true;
    }
    todo_.notify_all();
    done_.notify_all();
    threads_.clear();
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct Slot {
    In in;
    std::optional<Out> out;
    std::size_t weight;
  };

  void guard(void (OrderedPool::*loop)()) {
    try {
      (this->*loop)();
    } catch (...) {
      stop(std::current_exception());
    }
  }

  void stop(std::exception_ptr error) {
    {
      std::unique_lock lock(mutex_);
      stopped_ = true;
      if (!error_) error_ = std::move(error);
    }
    room_.notify_all();
    todo_.notify_all();
    done_.notify_all();
  }

  void work_all() {
    std::unique_lock lock(mutex_);
    for (;;) {
      todo_.wait(lock, [&] { return stopped_ || ended_ || taken_ < slots_.size(); });
      if (stopped_ || taken_ == slots_.size()) return;
      Slot& slot = slots_[taken_++];  // a deque's elements stay where they are
      lock.unlock();
      Out out = work_(std::move(slot.in));
      lock.lock();
      slot.out.emplace(std::move(out));
      if (&slot == &slots_.front()) done_.notify_one();
    }
  }

  void consume_all() {
    std::unique_lock lock(mutex_);
    for (;;) {
      done_.wait(lock, [&] { return stopped_ || front_is_done() || (ended_ && slots_.empty()); });
      if (stopped_ || slots_.empty()) return;
      {
        Out out = *std::move(slots_.front().out);  // ends its life while the lock is free
        lock.unlock();
        consume_(std::move(out));
      }
      lock.lock();
      weight_ -= slots_.front().weight;
      slots_.pop_front();
      --taken_;
      room_.notify_one();
    }
  }

  bool front_is_done() const { return !slots_.empty() && slots_.front().out.has_value(); }

  const PoolLimits limits_;
  const Work work_;
  const Consume consume_;
  std::mutex mutex_;
  std::condition_variable room_, todo_, done_;
  std::deque<Slot> slots_;
  std::size_t taken_ = 0;   // slots that a worker has or had
  std::size_t weight_ = 0;  // of all slots
  bool ended_ = false;      // nothing more comes
  bool stopped_ = false;    // nothing more is to be done
  std::exception_ptr error_;
  std::vector<std::jthread> threads_;  // last: they end before the rest does
};
